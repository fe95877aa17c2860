/** A small record without findings. The examples of every rule are edits of it. */
export const exampleRecord: Readonly<Record<string, string>> = {
  'site.yaml': `name: Ferry
url: https://status.ferry.example/
severities:
  - { id: major, name: Major, level: major, means: Many customers cannot use a service. }
  - { id: minor, name: Minor, level: minor, means: A service is slow., update_every: PT2H }
causes:
  - { id: capacity, name: Capacity, means: There was less of something than was needed. }
  - { id: change, name: Change, means: A change did something else than was meant. }
contact: { email: support@ferry.example }
format: 1
`,
  'services.yaml': `groups:
  - { id: delivery, name: Delivery }
services:
  - { id: api, name: API, group: delivery, since: 2025-01-01 }
  - { id: webhooks, name: Webhooks, group: delivery, since: 2025-01-01, regions: [eu, us] }
`,
  'credits.yaml': `plans:
  - { id: team, name: Team }
policies:
  - id: uptime
    name: Uptime credit
    effective: { from: 2026-01-01 }
    plans: [team]
    services: [api]
    scope: service
    period: { every: month, zone: UTC }
    tiers:
      - { lt: 99.9, percent: 10 }
      - { lt: 99, percent: 25 }
    exclude: { maintenance: {} }
    claim: automatic
`,
  'incidents/late-webhooks.yaml': `kind: incident
title: Webhooks arrived late
severity: major
detected: { at: 2026-01-17T09:25:00Z, by: monitor }
impact:
  - service: webhooks
    status: partial_outage
    from: 2026-01-17T09:14:00Z
    to: 2026-01-17T10:01:00Z
    share: 0.4
    regions: [eu]
  - service: api
    status: degraded_performance
    from: 2026-01-17T09:20:00Z
    to: 2026-01-17T09:40:00Z
workaround: none
updates:
  - at: 2026-01-17T09:31:00Z
    status: investigating
    text: Webhook deliveries are late. Nothing is lost.
    next_update_by: 2026-01-17T10:00:00Z
  - at: 2026-01-17T10:01:00Z
    status: resolved
    text: Deliveries are on time again.
`,
  'incidents/database-upgrade.yaml': `kind: maintenance
title: Database upgrade
announced: 2026-01-27T09:00:00Z
scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }
impact:
  - { service: api, status: under_maintenance, from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z }
updates: []
`,
  'postmortems/late-webhooks.mdx': `---
title: Why webhooks arrived late
status: published
incidents: [late-webhooks]
published: 2026-01-20T15:00:00Z
summary: For 47 minutes, two in five webhook deliveries were late.
ownership: We halved the delivery workers by mistake. We are sorry.
thanks: Thank you to the customers whose graphs told us how late deliveries were.
affected: { count: 1240, of: 3100, unit: workspaces, how_counted: workspaces with a delivery later than a minute }
cause: capacity
whys:
  - { id: first, why: Why were deliveries late?, because: The queue grew faster than it was drained., evidence: [Queue age] }
  - { id: too-few, why: Why were there too few workers?, because: A change set the pool from 40 to 20. }
  - { why: Why did that change go out?, because: It was reviewed as a rename. }
  - { why: Why did nothing stop it?, because: The check wants a number and not enough of it. }
  - { id: no-bound, why: Why not?, because: No team owned the lower bound. }
  - { id: slow-alarm, follows: too-few, why: Why did it take so long to notice?, because: The alarm waits., accepted_risk: Less would page for deploys. }
actions:
  - id: pool-floor
    title: Refuse pool sizes below the need
    type: prevent
    owner: delivery-team
    due: 2026-02-01
    breaks: no-bound
    done_when: A change that sets 20 fails its checks.
unknowns:
  - { id: only-eu, question: Why only there?, owner: delivery-team, by: 2026-02-01 }
corrections:
  - { at: 2026-01-22, text: We first wrote 1100 workspaces., answers: [only-eu] }
---
The workers drained the queue more slowly than it grew.
`,
  'postmortems/queue.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9 9 0"/></svg>\n',
};
