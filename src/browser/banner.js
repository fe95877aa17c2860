// Says on the pages of the company that something is wrong, while it is: docs/api.md. It goes out as it stands here, and loads nothing.
((script) => {
  const box = document.createElement('div');
  box.className = 'ownup-banner';
  box.role = 'status';
  box.lang = 'LANGUAGE';
  const link = box.appendChild(document.createElement('a'));
  link.style.cssText =
    'display:block;padding:.75em;background:#fff3cd;color:#000;text-align:center';
  const ask = () =>
    fetch(new URL('api/v2/status.json', script.src), { credentials: 'omit' })
      .then((answer) => answer.json())
      .then(({ page, status }) => {
        link.href = page.url;
        link.textContent = `${page.name}: ${status.description}`;
        if (status.indicator === 'none') box.remove();
        else if (!box.isConnected) document.body.prepend(box);
      })
      .catch(() => {});
  ask();
  setInterval(ask, 300000);
})(document.currentScript);
