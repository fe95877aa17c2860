-- What each row of `customers` is owed, from `rates`, the file of npm run credits -- --rates. Whole numbers only, so that it is exact.
-- customers: row, plan, service, region, currency, decimals (of the currency), fee DECIMAL(18, 3), covered_from, covered_to
WITH exact AS (
  SELECT
    c.row,
    c.currency,
    r.stacking,
    r.rounding,
    -- The credit in the smallest unit of the currency is numerator over divisor.
    CAST(c.fee * 1000 AS DECIMAL(38, 0)) * CAST(r.numerator AS DECIMAL(38, 0)) AS numerator,
    CAST(r.denominator AS DECIMAL(38, 0)) * CAST(POWER(10, 3 - c.decimals) AS DECIMAL(38, 0)) AS divisor,
    -- What the least credit of the policy is on the same scale as numerator.
    CAST(CAST(r.minimum AS DECIMAL(18, 3)) * 1000 AS DECIMAL(38, 0)) * CAST(r.denominator AS DECIMAL(38, 0)) AS least,
    r.minimum_given
  FROM customers AS c
  JOIN rates AS r
    ON r.plan = c.plan
    AND r.service = c.service
    AND r.region = c.region
    AND r.covered_from = c.covered_from
    AND r.covered_to = c.covered_to
    AND (r.minimum_currency = '' OR r.minimum_currency = c.currency)
  WHERE r.review = ''
),
cut AS (
  SELECT
    row,
    currency,
    stacking,
    rounding,
    divisor,
    MOD(numerator, divisor) AS rest,
    CAST(ROUND((numerator - MOD(numerator, divisor)) / divisor) AS DECIMAL(38, 0)) AS down
  FROM exact
  WHERE least IS NULL OR numerator > least OR (minimum_given = 'yes' AND numerator = least)
),
rounded AS (
  SELECT
    row,
    currency,
    stacking,
    down + CASE
      WHEN rounding = 'down' OR 2 * rest < divisor THEN 0
      WHEN 2 * rest > divisor OR rounding = 'half_up' THEN 1
      ELSE MOD(down, 2)
    END AS minor
  FROM cut
)
-- Of several policies for a row the greatest credit, or all of them if each says so.
SELECT
  row,
  currency,
  CASE WHEN MIN(stacking) = 'sum' THEN SUM(minor) ELSE MAX(minor) END AS minor
FROM rounded
GROUP BY row, currency
HAVING MAX(minor) > 0;
