import { LEASES } from '../desk/set-changes';
import { QUEUE } from '../desk/lines';
import { PAGE } from '../desk/scene';
import { USUAL_SERVICE } from '../desk/wait';
import { HIDDEN, MOVED_UP, QUEUE_SHOWN, TOLD_OF_DUTY } from './desk-store';
import { script } from './redis-connection';

/**
 * The desk's keys; one tag puts them into one slot.
 *   chats, staff, desks   a record each: `version|desk|links|JSON`, where links are the staff of a chat, the chats of staff
 *   sums           onDuty, slots, taken; service; arrival (the last turn given); since (when this memory began);
 *                  commits (how many decisions were carried out)
 *   places         the lowest place each waiting visitor was shown
 *   unproven       recent entries without proof of work, by time
 *   set:NAME       the sorted sets of desk/lines.ts, the deadlines and the leases
 */
const TAG = '{desk}:';
export const DESK_KEYS = [
  `${TAG}chats`,
  `${TAG}staff`,
  `${TAG}sums`,
  `${TAG}places`,
  `${TAG}unproven`,
  `${TAG}desks`,
];
export const setKey = (name: string): string => `${TAG}set:${name}`;

/** What every script may use. Missing values are '', for a nil would cut a reply short. */
const COMMON = `
local CHATS, STAFF, SUMS, PLACES, UNPROVEN, DESKS = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local function set(name) return '${setKey('')}' .. name end
local function header(value) return string.match(value, '^(%d+)|([^|]*)|([^|]*)|') end
local function sums()
  local at = redis.call('HMGET', SUMS, 'since', 'onDuty', 'slots', 'taken', 'service')
  return {
    at[1] or '0', at[2] or '0', at[3] or '0', at[4] or '0', at[5] or '${USUAL_SERVICE}',
    redis.call('ZCARD', set('${QUEUE}'))
  }
end
local function place(chat, desk)
  local rank = redis.call('ZRANK', set('queue:' .. desk), chat)
  if not rank then return { 0, 0 } end
  local shown = tonumber(redis.call('HGET', PLACES, chat))
  local now = rank + 1
  if shown and shown <= now then
    now = shown
  else
    redis.call('HSET', PLACES, chat, now)
  end
  return { now, redis.call('ZRANK', set('${QUEUE}'), chat) }
end
local function sight(chat)
  local value = redis.call('HGET', CHATS, chat)
  if not value then return { chat, '', 0, 0 } end
  local _, desk = header(value)
  local at = place(chat, desk)
  return { chat, value, at[1], at[2] }
end
`;

/**
 * ARGV: JSON { now, chats, staff, desks, pages: [name, from][], lengths: names, arrival, unprovenSince }. Gives sums,
 * arrival, the number of unproven entries, then id and value by turns of chats, of staff and of desks, then the pages,
 * then the lengths. With a chat come its staff and its desk, with a staff member her chats, with a page whoever is on
 * it.
 */
export const READ = script(`${COMMON}
local ask = cjson.decode(ARGV[1])
local found = { [CHATS] = {}, [STAFF] = {}, [DESKS] = {} }
local seen = { [CHATS] = {}, [STAFF] = {}, [DESKS] = {} }
local function fetch(key, id)
  if seen[key][id] then return '' end
  seen[key][id] = true
  local value = redis.call('HGET', key, id) or ''
  table.insert(found[key], id)
  table.insert(found[key], value)
  return value
end
local function fetchWithLinks(key, other, id)
  local _, desk, links = header(fetch(key, id))
  if desk and desk ~= '' then fetch(DESKS, desk) end
  for link in string.gmatch(links or '', '[^,]+') do fetch(other, link) end
end
for _, id in ipairs(ask.chats) do fetchWithLinks(CHATS, STAFF, id) end
for _, id in ipairs(ask.staff) do fetchWithLinks(STAFF, CHATS, id) end
for _, id in ipairs(ask.desks) do fetch(DESKS, id) end
local pages = {}
for _, page in ipairs(ask.pages) do
  local from = tonumber(page[2])
  local names = redis.call('ZRANGE', set(page[1]), from, from + ${PAGE - 1})
  local key = string.sub(page[1], 1, 5) == 'free:' and STAFF or CHATS
  for _, name in ipairs(names) do fetch(key, name) end
  table.insert(pages, names)
end
local lengths = {}
for _, name in ipairs(ask.lengths) do table.insert(lengths, redis.call('ZCARD', set(name))) end
redis.call('HSETNX', SUMS, 'since', ask.now)
local arrival = 0
if ask.arrival then
  arrival = math.max(tonumber(redis.call('HGET', SUMS, 'arrival') or '0') + 1, tonumber(ask.now))
  redis.call('HSET', SUMS, 'arrival', string.format('%.0f', arrival))
end
redis.call('ZREMRANGEBYSCORE', UNPROVEN, '-inf', ask.unprovenSince)
return {
  sums(), string.format('%.0f', arrival), redis.call('ZCARD', UNPROVEN), found[CHATS], found[STAFF], found[DESKS],
  pages, lengths
}
`);

/**
 * ARGV: JSON { now, read: { chats, staff, desks: [id, version][], pages: [name, from, names joined][] }, chats, staff, desks:
 * [id, value or ''][], sets: [name, member, score or ''][], duty, service, unproven, left, moved: desks, sights }.
 * Gives nothing when something that was read has changed, else: sums, sights, sights of others who are told.
 */
export const COMMIT = script(`${COMMON}
local plan = cjson.decode(ARGV[1])
for key, list in pairs({ [CHATS] = plan.read.chats, [STAFF] = plan.read.staff, [DESKS] = plan.read.desks }) do
  for _, entry in ipairs(list) do
    local value = redis.call('HGET', key, entry[1])
    if (value and header(value) or '0') ~= entry[2] then return {} end
  end
end
for _, page in ipairs(plan.read.pages) do
  local from = tonumber(page[2])
  local names = redis.call('ZRANGE', set(page[1]), from, from + ${PAGE - 1})
  if table.concat(names, ' ') ~= page[3] then return {} end
end
for key, list in pairs({ [CHATS] = plan.chats, [STAFF] = plan.staff, [DESKS] = plan.desks }) do
  for _, entry in ipairs(list) do
    if entry[2] == '' then redis.call('HDEL', key, entry[1]) else redis.call('HSET', key, entry[1], entry[2]) end
  end
end
for _, entry in ipairs(plan.sets) do
  if entry[3] == '' then
    redis.call('ZREM', set(entry[1]), entry[2])
  else
    redis.call('ZADD', set(entry[1]), entry[3], entry[2])
  end
end
redis.call('HINCRBY', SUMS, 'commits', 1)
local wasOpen = tonumber(redis.call('HGET', SUMS, 'onDuty') or '0') > 0
for field, change in pairs(plan.duty) do
  if change ~= 0 then redis.call('HINCRBY', SUMS, field, change) end
end
if plan.service ~= '' then redis.call('HSET', SUMS, 'service', plan.service) end
if plan.unproven ~= '' then redis.call('ZADD', UNPROVEN, plan.now, plan.unproven) end
for _, chat in ipairs(plan.left) do redis.call('HDEL', PLACES, chat) end
local sights, others, told = {}, {}, {}
for _, entry in ipairs(plan.sights) do
  table.insert(sights, place(entry[1], entry[2]))
  told[entry[1]] = true
end
local function tell(queue, last)
  for _, chat in ipairs(redis.call('ZRANGE', set(queue), 0, last)) do
    if not told[chat] then table.insert(others, sight(chat)) end
    told[chat] = true
  end
end
for _, desk in ipairs(plan.moved) do tell('queue:' .. desk, ${MOVED_UP - 1}) end
local now = sums()
if wasOpen ~= (tonumber(now[2]) > 0) then tell('${QUEUE}', ${TOLD_OF_DUTY - 1}) end
return { now, sights, others }
`);

/** ARGV: chat. Gives sums and the sight: chat, value or '', place, how many are ahead on all desks. */
export const LOOK_AT_CHAT = script(`${COMMON}
return { sums(), sight(ARGV[1]) }
`);

export const LOOK_AT_SUMS = script(`${COMMON}
return sums()
`);

/** ARGV: the revision that is known, or ''. Gives the revision, and if it is another one all chats, staff, desks. */
export const LOOK_AT_RECORDS = script(`${COMMON}
local at = redis.call('HMGET', SUMS, 'since', 'commits')
local revision = (at[1] or '0') .. '.' .. (at[2] or '0')
if revision == ARGV[1] then return { revision } end
return { revision, redis.call('HVALS', CHATS), redis.call('HVALS', STAFF), redis.call('HVALS', DESKS) }
`);

/** ARGV: staffId. Gives sums, her own record or '', those of all staff, those first in the queue, sights of hers. */
export const LOOK_AT_DESK = script(`${COMMON}
local self = redis.call('HGET', STAFF, ARGV[1]) or ''
local first = redis.call('ZRANGE', set('${QUEUE}'), 0, ${QUEUE_SHOWN - 1})
local queue = #first > 0 and redis.call('HMGET', CHATS, unpack(first)) or {}
local _, _, links = header(self)
local mine = {}
for chat in string.gmatch(links or '', '[^,]+') do table.insert(mine, sight(chat)) end
return { sums(), self, redis.call('HVALS', STAFF), queue, mine }
`);

/** ARGV: name of the set, now, limit. What is due is hidden for a while and given. */
export const TAKE_DUE = script(`${COMMON}
local names = redis.call('ZRANGE', set(ARGV[1]), '-inf', ARGV[2], 'BYSCORE', 'LIMIT', 0, ARGV[3])
for _, name in ipairs(names) do
  redis.call('ZADD', set(ARGV[1]), string.format('%.0f', tonumber(ARGV[2]) + ${HIDDEN}), name)
end
return names
`);

/** ARGV: until when, then names of leases. Gives the positions, from 1, of those that there are not. */
export const RENEW = script(`${COMMON}
local missing, STEP = {}, 1000
for first = 2, #ARGV, STEP do
  local last = math.min(first + STEP - 1, #ARGV)
  local scores = redis.call('ZMSCORE', set('${LEASES}'), unpack(ARGV, first, last))
  local renewed = {}
  for index, score in ipairs(scores) do
    if score then
      table.insert(renewed, ARGV[1])
      table.insert(renewed, ARGV[first + index - 1])
    else
      table.insert(missing, first + index - 2)
    end
  end
  if #renewed > 0 then redis.call('ZADD', set('${LEASES}'), unpack(renewed)) end
end
return missing
`);
