import { LIMITS, TIMING } from '@haven/shared/protocol/limits';
import { EVICT_EVERY, NAME_CHARACTERS, RING_IDLE_AT_MOST } from './frame-store';
import { script } from './redis-connection';

/**
 * One hash holds all of a chat's ring, so that one command reads and one writes what a frame needs:
 *   s            number of the last frame           b    number before the first
 *   e            highest epoch                      x    set once the chat has ended
 *   l<epoch>     the seat of an open link           c<epoch>  the seat of a closed one
 *   v            version of the chat that last said which links are open
 *   f<number>    a frame as it is published         d<name>   the number of the frame with that name
 * The channel has the name of the hash; a message is `<number>:`, whom it is for ('v', or 's'), the link's seat, and
 * the frame as it came. Scripts are interpreted text by text, so the one for every frame makes as few texts as it can.
 */

/** `ring`, `to`, `seat`, `frame`, `name` and `last` are set. */
const PUT = `
local seq = last + 1
local message = seq .. ':' .. to .. seat .. frame
redis.call('HSET', ring, 's', seq, name, seq, 'f' .. seq, message)
if seq % ${EVICT_EVERY} == 0 then
  redis.call('PEXPIRE', ring, ${RING_IDLE_AT_MOST})
  local base = tonumber(redis.call('HGET', ring, 'b'))
  for old = math.max(base + 1, seq - ${LIMITS.ringFrames + EVICT_EVERY - 1}), seq - ${LIMITS.ringFrames} do
    local fallen = redis.call('HGET', ring, 'f' .. old)
    if fallen then
      local start = #(old .. ':') + ${1 + 22 + 1}
      redis.call('HDEL', ring, 'f' .. old, 'd' .. string.sub(fallen, start, start + ${NAME_CHARACTERS - 1}))
    end
  end
end
redis.call('SPUBLISH', ring, message)
return seq
`;

/** KEYS: ring. ARGV: whom for ('v' or 's'), epoch, the sender's seat or '', frame. */
export const APPEND = script(`
local ring, to, frame = KEYS[1], ARGV[1], ARGV[4]
local name = 'd' .. string.sub(frame, 1, ${NAME_CHARACTERS})
local at = redis.call('HMGET', ring, 's', 'l' .. ARGV[2], name)
local last, seat = at[1], at[2]
if not seat then
  local more = redis.call('HMGET', ring, 'e', 'c' .. ARGV[2], 'x')
  seat = more[2]
  if not last then return 'unknown-chat' end
  if not seat then
    if tonumber(ARGV[2]) > tonumber(more[1]) then return 'unknown-epoch' end
    return 'stale-epoch'
  end
  if to == 'v' and seat ~= ARGV[3] then return 'not-yours' end
  if at[3] then return tonumber(at[3]) end
  if more[3] then return 'chat-ended' end
  return 'stale-epoch'
end
if to == 'v' and seat ~= ARGV[3] then return 'not-yours' end
if at[3] then return tonumber(at[3]) end
${PUT}`);

/** KEYS: ring. ARGV: epoch, seat, frame, version, seats, ended ('1' or '0'). */
export const OPEN_LINK = script(`
local ring, to, seat, frame = KEYS[1], 's', ARGV[2], ARGV[3]
local epoch, version = tonumber(ARGV[1]), tonumber(ARGV[4])
local name = 'd' .. string.sub(frame, 1, ${NAME_CHARACTERS})
local at = redis.call('HMGET', ring, 's', 'l' .. ARGV[1], name, 'x', 'v', 'e', 'k')
if at[4] then return 'chat-ended' end
if at[3] and at[2] == seat then return tonumber(at[3]) end
if at[6] and epoch <= tonumber(at[6]) then return 'stale-epoch' end
local isNewer = not at[5] or version > tonumber(at[5])
if isNewer and ARGV[6] == '1' then return 'chat-ended' end
if not string.find(ARGV[5], seat, 1, true) then return 'unknown-member' end
local last = tonumber(at[1])
if not last then
  last = 0
  if epoch ~= 1 then
    local time = redis.call('TIME')
    last = time[1] * 1000 + math.floor(time[2] / 1000)
  end
  redis.call('HSET', ring, 'b', last)
end
if not isNewer then version = at[5] end
redis.call('HSET', ring, 'e', ARGV[1], 'l' .. ARGV[1], seat, 'v', version, 'k', (at[7] or '') .. ARGV[1] .. ' ')
redis.call('PEXPIRE', ring, ${RING_IDLE_AT_MOST})
${PUT}`);

/** KEYS: ring. ARGV: version, seats, ended ('1' or '0'). A link that was closed is never open again. */
export const SET_LINKS = script(`
local ring, hasEnded = KEYS[1], ARGV[3] == '1'
local at = redis.call('HMGET', ring, 's', 'v', 'k', 'x')
if not at[1] or at[4] or tonumber(at[2]) >= tonumber(ARGV[1]) then return 0 end
local open = ''
for epoch in string.gmatch(at[3], '%d+') do
  local seat = redis.call('HGET', ring, 'l' .. epoch)
  if hasEnded or not string.find(ARGV[2], seat, 1, true) then
    redis.call('HDEL', ring, 'l' .. epoch)
    redis.call('HSET', ring, 'c' .. epoch, seat)
  else
    open = open .. epoch .. ' '
  end
end
redis.call('HSET', ring, 'v', ARGV[1], 'k', open)
if hasEnded then
  redis.call('HSET', ring, 'x', '1')
  redis.call('PEXPIRE', ring, ${TIMING.retention})
end
return 1
`);

/**
 * KEYS: ring. ARGV: how the frames for this reader begin, seen. Gives nothing when there is no ring, else: up to which
 * number it looked, 1 when there is a gap, 1 when there is more, then number and frame by turns.
 */
export const REPLAY = script(`
local at = redis.call('HMGET', KEYS[1], 's', 'b')
if not at[1] then return {} end
local last, seen = tonumber(at[1]), tonumber(ARGV[2])
local oldest = math.max(tonumber(at[2]), last - ${LIMITS.ringFrames}) + 1
local reader = ARGV[1]
local found, count, upTo = {}, 0, math.max(seen, oldest - 1)
while upTo < last and count < ${LIMITS.replayPage} do
  local fields = {}
  for number = upTo + 1, math.min(last, upTo + 64) do fields[#fields + 1] = 'f' .. number end
  for _, message in ipairs(redis.call('HMGET', KEYS[1], unpack(fields))) do
    if count == ${LIMITS.replayPage} then break end
    upTo = upTo + 1
    if message then
      local start = string.find(message, ':', 1, true) + 1
      if string.sub(message, start, start + #reader - 1) == reader then
        count = count + 1
        found[#found + 1] = upTo
        found[#found + 1] = string.sub(message, start + 23)
      end
    end
  end
end
upTo = math.min(upTo, last)
local gap = (seen + 1 < oldest or seen > last) and 1 or 0
return { upTo, gap, upTo < last and 1 or 0, unpack(found) }
`);
