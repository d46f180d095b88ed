-- What people and other programs may ask: one view a question, in plain names that stay as they are, since others build on them.
--
-- An amount stands twice: as the exact decimal (text, without trailing zeros, in the unit beside it), and as a whole number of
-- the item's smallest unit (*_minor), to sort and to add by; both are null where nobody knows it. Values are yuan and fen.
-- Decimals are put together from whole numbers; nothing is ever a floating-point number, and amounts of different items never
-- share a sum. What they use is part of SQLite since 3.37, and runs where the schema isn't trusted.

-- Every line of every entry, reversals included: their amounts are below zero, so that sums come out right.
create view gifts_and_goods as
select
  l.entry, l.position as line, e.date, substr(e.date, 1, 7) as month, e.type, e.reason, e.city, e.county,
  e.donor, e.via, e.payer, e.supplier, coalesce(l.own_recipient, e.recipient) as recipient, e.beneficiary,
  l.item_name || iif(l.specification is null, '', '（' || l.specification || '）') as item, l.specification, l.category,
  l.flow as did, case when l.amount_minor < 0 then '-' when l.amount_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(l.amount_minor) / cast(substr('1000000', 1, l.decimals + 1) as integer), l.decimals, abs(l.amount_minor) % cast(substr('1000000', 1, l.decimals + 1) as integer)), '0'), '.') as amount, l.unit, l.certainty,
  case when l.value_minor < 0 then '-' when l.value_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%02d', abs(l.value_minor) / 100, abs(l.value_minor) % 100), '0'), '.') as value, l.value_certainty,
  nullif(l.store_name, '') as store, l.purpose_name as purpose, e.note,
  e.reverses is null and e.reversed_by is null as is_standing, e.reverses, e.reversed_by, e.corrects, e.corrected_by, e.recorded_at,
  l.amount_minor, l.value_minor, l.decimals,
  l.received as received_minor, l.bought as bought_minor, l.spent as spent_minor, l.distributed as distributed_minor, l.adjusted as adjusted_minor, l.stock as on_hand_change_minor
from lines as l join entries as e on e.number = l.entry
order by l.entry, l.position;

-- The sums of months: what takes back an entry of another month doesn't make its own month better known.
create view sums_of_months as
  select city, month, item, item_name, specification, unit, decimals, category,
    received, received_unknown, received_about, bought, bought_unknown, bought_about, spent, spent_unknown, spent_about,
    distributed, distributed_unknown, distributed_about, adjusted, adjusted_unknown, adjusted_about, value_in, value_in_lines, value_abouts
  from month_totals
union all
  select city, month, item, item_name, specification, unit, decimals, category,
    0, received_unknown, received_about, 0, bought_unknown, bought_about, 0, spent_unknown, spent_about,
    0, distributed_unknown, distributed_about, 0, adjusted_unknown, adjusted_about, 0, 0, value_abouts
  from taken_back where first_month <> month;

-- The sums of the kept month totals by city, by month, and by both; the views below choose one of them.
create view totals_summed as
  select 'city' as per, city as city, null as month, item, item_name, specification, unit, decimals, category,
    sum(received) as received, sum(received_unknown) as received_unknown, sum(received_about) as received_about,
    sum(bought) as bought, sum(bought_unknown) as bought_unknown, sum(bought_about) as bought_about,
    sum(spent) as spent, sum(spent_unknown) as spent_unknown, sum(spent_about) as spent_about,
    sum(distributed) as distributed, sum(distributed_unknown) as distributed_unknown, sum(distributed_about) as distributed_about,
    sum(adjusted) as adjusted, sum(adjusted_unknown) as adjusted_unknown, sum(adjusted_about) as adjusted_about,
    sum(value_in) as value_in, sum(value_in_lines) as value_in_lines, sum(value_abouts) as value_abouts
  from month_totals group by city, item
union all
  select 'month' as per, null as city, month as month, item, item_name, specification, unit, decimals, category,
    sum(received) as received, sum(received_unknown) as received_unknown, sum(received_about) as received_about,
    sum(bought) as bought, sum(bought_unknown) as bought_unknown, sum(bought_about) as bought_about,
    sum(spent) as spent, sum(spent_unknown) as spent_unknown, sum(spent_about) as spent_about,
    sum(distributed) as distributed, sum(distributed_unknown) as distributed_unknown, sum(distributed_about) as distributed_about,
    sum(adjusted) as adjusted, sum(adjusted_unknown) as adjusted_unknown, sum(adjusted_about) as adjusted_about,
    sum(value_in) as value_in, sum(value_in_lines) as value_in_lines, sum(value_abouts) as value_abouts
  from sums_of_months group by month, item
union all
  select 'city and month' as per, city as city, month as month, item, item_name, specification, unit, decimals, category,
    sum(received) as received, sum(received_unknown) as received_unknown, sum(received_about) as received_about,
    sum(bought) as bought, sum(bought_unknown) as bought_unknown, sum(bought_about) as bought_about,
    sum(spent) as spent, sum(spent_unknown) as spent_unknown, sum(spent_about) as spent_about,
    sum(distributed) as distributed, sum(distributed_unknown) as distributed_unknown, sum(distributed_about) as distributed_about,
    sum(adjusted) as adjusted, sum(adjusted_unknown) as adjusted_unknown, sum(adjusted_about) as adjusted_about,
    sum(value_in) as value_in, sum(value_in_lines) as value_in_lines, sum(value_abouts) as value_abouts
  from sums_of_months group by city, month, item;

-- How those sums read: unknown where only unknown amounts came together, about where any was unknown or about.
create view totals_shown as
with known as (
  select
    per, city, month, item_name || iif(specification is null, '', '（' || specification || '）') as item, item_name = 'CNY' as is_money, item as item_number, specification, category, unit, decimals,
    cast(substr('1000000', 1, decimals + 1) as integer) as scale,
    iif(received = 0 and received_unknown > 0, null, received) as received_minor, iif(bought = 0 and bought_unknown > 0, null, bought) as bought_minor, iif(spent = 0 and spent_unknown > 0, null, spent) as spent_minor, iif(distributed = 0 and distributed_unknown > 0, null, distributed) as distributed_minor, iif(adjusted = 0 and adjusted_unknown > 0, null, adjusted) as adjusted_minor,
    case
      when received_unknown + bought_unknown + spent_unknown + distributed_unknown + adjusted_unknown > 0 and (received, bought, spent, distributed, adjusted) = (0, 0, 0, 0, 0) then 'unknown'
      when received_unknown + bought_unknown + spent_unknown + distributed_unknown + adjusted_unknown <> 0 or received_about + bought_about + spent_about + distributed_about + adjusted_about <> 0 then 'about'
      else 'exact'
    end as certainty,
    iif(value_in_lines <> 0 or value_in <> 0, value_in, null) as value_minor,
    iif(value_in_lines <> 0 or value_in <> 0, iif(value_abouts <> 0, 'about', 'exact'), null) as value_certainty
  from totals_summed
  where not ((received, bought, spent, distributed, adjusted) = (0, 0, 0, 0, 0) and received_unknown + bought_unknown + spent_unknown + distributed_unknown + adjusted_unknown = 0 and value_in_lines = 0 and value_in = 0)
)
select
  per, city, month, item, is_money, item_number, specification, category, unit,
  case when received_minor < 0 then '-' when received_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(received_minor) / scale, decimals, abs(received_minor) % scale), '0'), '.') as received,
  case when bought_minor < 0 then '-' when bought_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(bought_minor) / scale, decimals, abs(bought_minor) % scale), '0'), '.') as bought,
  case when spent_minor < 0 then '-' when spent_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(spent_minor) / scale, decimals, abs(spent_minor) % scale), '0'), '.') as spent,
  case when distributed_minor < 0 then '-' when distributed_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(distributed_minor) / scale, decimals, abs(distributed_minor) % scale), '0'), '.') as distributed,
  case when adjusted_minor < 0 then '-' when adjusted_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(adjusted_minor) / scale, decimals, abs(adjusted_minor) % scale), '0'), '.') as adjusted,
  certainty,
  case when value_minor < 0 then '-' when value_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%02d', abs(value_minor) / 100, abs(value_minor) % 100), '0'), '.') as value, value_certainty,
  received_minor, bought_minor, spent_minor, distributed_minor, adjusted_minor, value_minor, decimals
from known;

create view totals_by_city as
select city, item, specification, category, received, bought, spent, distributed, adjusted, unit, certainty, value, value_certainty, received_minor, bought_minor, spent_minor, distributed_minor, adjusted_minor, value_minor, decimals
from totals_shown
where per = 'city'
order by city is null, city, is_money desc, category is null, category, item_number;

create view totals_by_month as
select month, item, specification, category, received, bought, spent, distributed, adjusted, unit, certainty, value, value_certainty, received_minor, bought_minor, spent_minor, distributed_minor, adjusted_minor, value_minor, decimals
from totals_shown
where per = 'month'
order by month, is_money desc, category is null, category, item_number;

create view totals_by_city_and_month as
select month, city, item, specification, category, received, bought, spent, distributed, adjusted, unit, certainty, value, value_certainty, received_minor, bought_minor, spent_minor, distributed_minor, adjusted_minor, value_minor, decimals
from totals_shown
where per = 'city and month'
order by month, city is null, city, is_money desc, category is null, category, item_number;

-- What is on hand after everything that is recorded; certainty and value as in the report `stock`.
create view stock_on_hand as
with settled as (
  select item, store, purpose, max(date) as day from day_stocks where counts > 0 group by item, store, purpose
),
again as (
  select t.item, t.store, t.purpose, sum(t.unknowns) as unknowns, sum(t.abouts) as abouts
  from taken_back_after_counts as t cross join settled as c on c.item = t.item and c.store = t.store and c.purpose = t.purpose
  where t.date > c.day and t.first_date <= c.day group by t.item, t.store, t.purpose
),
gone as (select item, store, purpose, sum(amount) as amount from gone_with_values group by item, store, purpose),
held as (
  select
    d.item, d.item_name, d.specification, d.unit, d.decimals, cast(substr('1000000', 1, d.decimals + 1) as integer) as scale, d.category,
    d.store, d.store_name, d.purpose, d.purpose_name,
    sum(d.change) as on_hand,
    sum(iif(d.date > coalesce(c.day, ''), d.unknowns, 0)) + coalesce(t.unknowns, 0) as unknowns,
    sum(iif(d.date > coalesce(c.day, ''), d.abouts, 0)) + coalesce(t.abouts, 0) as abouts,
    sum(d.unknowns) as uncounted, sum(d.came_in) as came_in, sum(d.value) as value, sum(d.valued) as valued, sum(d.valued_unknown) as valued_unknown, sum(d.value_abouts) as value_abouts,
    coalesce(g.amount, 0) as valued_out
  from day_stocks as d
  left join settled as c on c.item = d.item and c.store = d.store and c.purpose = d.purpose
  left join again as t on t.item = d.item and t.store = d.store and t.purpose = d.purpose
  left join gone as g on g.item = d.item and g.store = d.store and g.purpose = d.purpose
  group by d.item, d.store, d.purpose
),
owned as ( -- where all that has a value is of unknown amount, and nobody has counted it since: it has no share but its own value
  select *, iif(valued = 0 and valued_unknown > 0 and unknowns > 0, value, null) as own_value from held
),
pooled as ( -- what may be moved between stores shares its value: all of an item and purpose
  select
    *, max(sum(value - coalesce(own_value, 0)) over pool, 0) as pool_value, sum(on_hand) over (pool order by store) as up_to,
    sum(on_hand) over pool as pool_on_hand, max(sum(came_in - valued_out) over pool, sum(on_hand) over pool) as shared_by,
    sum(valued) over pool > 0 or sum(iif(own_value is null, valued_unknown, 0)) over pool > 0 as has_share,
    sum(valued) over pool = sum(on_hand) over pool and sum(came_in) over pool = sum(on_hand) over pool
      and sum(valued_unknown) over pool = 0 and sum(uncounted) over pool = 0 as is_whole,
    sum(valued <> on_hand or came_in <> on_hand) over pool = 0 as is_unmoved, sum(value_abouts) over pool as pool_abouts
  from owned
  window pool as (partition by item, purpose)
),
parted as ( -- in units so large that there are fewer than three million million of them
  select
    *, shared_by / (shared_by / 3000000000000 + 1) as parts, up_to / (shared_by / 3000000000000 + 1) as until,
    (up_to - on_hand) / (shared_by / 3000000000000 + 1) as since
  from pooled
),
worth as ( -- the share of all piles up to this less the share of all before it, so that the shares add up to that of all, to the fen;
  -- value × units / all units, rounded: a million units at a time, for a product that whole numbers don't hold would lose some fen
  select
    *,
    case
      when is_whole and is_unmoved then value
      when has_share and on_hand > 0 then coalesce(own_value, 0)
        + pool_value / parts * until + pool_value % parts * (until / 1000000) / parts * 1000000
        + (pool_value % parts * (until / 1000000) % parts * 1000000 + pool_value % parts * (until % 1000000) + parts / 2) / parts
        - pool_value / parts * since - pool_value % parts * (since / 1000000) / parts * 1000000
        - (pool_value % parts * (since / 1000000) % parts * 1000000 + pool_value % parts * (since % 1000000) + parts / 2) / parts
      else own_value
    end as value_minor,
    case
      when has_share and on_hand > 0 then iif(is_whole and iif(is_unmoved, value_abouts = 0, on_hand = pool_on_hand and pool_abouts = 0), 'exact', 'about')
      when own_value is not null then iif(value_abouts = 0 and unknowns = valued_unknown and came_in = 0 and on_hand = 0, 'exact', 'about')
    end as value_certainty
  from parted
  where on_hand <> 0 or unknowns > 0
),
known as (
  select
    *, iif(on_hand = 0 and unknowns > 0, null, on_hand) as on_hand_minor,
    case when on_hand = 0 and unknowns > 0 then 'unknown' when unknowns > 0 or abouts > 0 then 'about' else 'exact' end as certainty
  from worth
)
select
  item_name || iif(specification is null, '', '（' || specification || '）') as item, specification, category, nullif(store_name, '') as store, purpose_name as purpose,
  case when on_hand_minor < 0 then '-' when on_hand_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(on_hand_minor) / scale, decimals, abs(on_hand_minor) % scale), '0'), '.') as on_hand, unit, certainty,
  case when value_minor < 0 then '-' when value_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%02d', abs(value_minor) / 100, abs(value_minor) % 100), '0'), '.') as value, value_certainty, on_hand_minor, value_minor, decimals
from known
order by item_name <> 'CNY', category is null, category, known.item, known.store, known.purpose;

-- Who gave: entries that were reversed don't count; what was refunded is no gift.
create view donors as
select
  p.name as donor, p.sort, p.city, p.county, p.also as also_known_as,
  count(distinct e.number) as gifts, min(e.date) as first_gift, max(e.date) as last_gift
from parties as p
join party_entries as pe on pe.party = p.number and pe.role = 'donor'
left join entries_dated as e on e.number = pe.entry and e.is_standing and e.type in ('receipt', 'relay')
group by p.number
order by p.number;

create view recipients as
select
  p.name as recipient, p.sort, p.city, p.county, p.also as also_known_as,
  count(distinct e.number) as deliveries, min(e.date) as first_delivery, max(e.date) as last_delivery
from parties as p
join party_entries as pe on pe.party = p.number and pe.role = 'recipient'
left join entries_dated as e on e.number = pe.entry and e.is_standing and e.type in ('distribution', 'relay')
group by p.number
order by p.number;

-- What gifts_and_goods calls an item, how it is counted, and what one pack of it holds.
create view item_list as
select
  i.name || iif(i.specification is null, '', '（' || i.specification || '）') as item, i.name, i.specification, i.english, i.unit, i.category, i.also as also_known_as,
  (select group_concat('1' || k.pack || '=' || case when k.amount_minor < 0 then '-' when k.amount_minor >= 0 then '' end || rtrim(rtrim(printf('%d.%0*d', abs(k.amount_minor) / cast(substr('1000000', 1, k.decimals + 1) as integer), k.decimals, abs(k.amount_minor) % cast(substr('1000000', 1, k.decimals + 1) as integer)), '0'), '.') || coalesce(k.unit, ''), '、')
    from packs as k where k.item = i.number) as packs,
  i.name = 'CNY' as is_money, i.decimals
from items as i
order by i.name <> 'CNY', i.category is null, i.category, i.number;

-- Every entry that was taken back: by which, why, and by which entry it was said anew.
create view corrections as
select
  e.number as entry, e.date, e.type, e.donor, e.recipient, e.reversed_by, r.date as reversed_on, n.note as reason,
  e.corrected_by, r.recorded_at
from entry as r
join entries as e on e.number = r.reverses
left join entry_note as n on n.entry = r.number
order by r.number;
