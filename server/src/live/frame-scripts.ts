import { LIMITS, TIMING } from '@haven/shared/protocol/limits';
import { NAME_CHARACTERS, RING_IDLE_AT_MOST } from './frame-store';
import { script } from './redis-connection';

/**
 * One hash holds all of a chat's ring, so that one command reads and one writes what a frame needs:
 *   s            number of the last frame           b    number before the first
 *   e            highest epoch                      l<epoch>  the seat of that link
 *   m, v         seats that may use links, and the version of the chat that said so
 *   x            set once the chat has ended
 *   f<number>    a frame: whom it is for ('v', or 's'), the link's seat, the frame as it came
 *   d<name>      the number of the frame with that name
 * The channel has the name of the hash; a message is `<number>:<frame as in f>`.
 */

/** After the test of who may send; `to`, `seat`, `frame`, `name`, `last` and `base` (numbers) are set. */
const PUT = `
local seq = last + 1
local number = string.format('%.0f', seq)
local value = to .. seat .. frame
redis.call('HSET', ring, 's', number, name, number, 'f' .. number, value)
if seq - base > ${LIMITS.ringFrames} then
  local old = 'f' .. string.format('%.0f', seq - ${LIMITS.ringFrames})
  local fallen = redis.call('HGET', ring, old)
  if fallen then
    redis.call('HDEL', ring, old, 'd' .. string.sub(fallen, 24, ${23 + NAME_CHARACTERS}))
  end
end
if seq % 32 == 1 then redis.call('PEXPIRE', ring, ${RING_IDLE_AT_MOST}) end
redis.call('SPUBLISH', ring, number .. ':' .. value)
return seq
`;

/** KEYS: ring. ARGV: whom for ('v' or 's'), epoch, the sender's seat or '', frame. */
export const APPEND = script(`
local ring, to, frame = KEYS[1], ARGV[1], ARGV[4]
local name = 'd' .. string.sub(frame, 1, ${NAME_CHARACTERS})
local at = redis.call('HMGET', ring, 's', 'b', 'l' .. ARGV[2], name, 'x', 'm')
if not at[1] then return 'unknown-chat' end
local seat = at[3]
if not seat then
  if tonumber(ARGV[2]) > tonumber(redis.call('HGET', ring, 'e')) then return 'unknown-epoch' end
  return 'stale-epoch'
end
if to == 'v' and seat ~= ARGV[3] then return 'not-yours' end
if at[4] then return tonumber(at[4]) end
if at[5] then return 'chat-ended' end
if not string.find(at[6], seat, 1, true) then return 'stale-epoch' end
local last, base = tonumber(at[1]), tonumber(at[2])
${PUT}`);

/** KEYS: ring. ARGV: epoch, seat, frame, version, seats, ended ('1' or '0'). */
export const OPEN_LINK = script(`
local ring, to, seat, frame = KEYS[1], 's', ARGV[2], ARGV[3]
local epoch, version, seats, ended = tonumber(ARGV[1]), tonumber(ARGV[4]), ARGV[5], ARGV[6] == '1'
local name = 'd' .. string.sub(frame, 1, ${NAME_CHARACTERS})
local at = redis.call('HMGET', ring, 's', 'b', 'l' .. ARGV[1], name, 'x', 'm', 'v', 'e')
if at[7] and tonumber(at[7]) >= version then
  seats = at[6]
  ended = false
  version = tonumber(at[7])
end
if ended or at[5] then return 'chat-ended' end
if at[4] and at[3] == seat then return tonumber(at[4]) end
if at[8] and epoch <= tonumber(at[8]) then return 'stale-epoch' end
if not string.find(seats, seat, 1, true) then return 'unknown-member' end
local last, base = tonumber(at[1]), tonumber(at[2])
if not last then
  base = 0
  if epoch ~= 1 then
    local time = redis.call('TIME')
    base = time[1] * 1000 + math.floor(time[2] / 1000)
  end
  last = base
  redis.call('HSET', ring, 'b', string.format('%.0f', base))
end
redis.call('HSET', ring, 'e', epoch, 'l' .. ARGV[1], seat, 'm', seats, 'v', string.format('%.0f', version))
redis.call('PEXPIRE', ring, ${RING_IDLE_AT_MOST})
${PUT}`);

/** KEYS: ring. ARGV: version, seats, ended ('1' or '0'). */
export const SET_LINKS = script(`
local at = redis.call('HMGET', KEYS[1], 's', 'v')
if not at[1] or tonumber(at[2]) >= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'v', ARGV[1], 'm', ARGV[2])
if ARGV[3] == '1' then
  redis.call('HSET', KEYS[1], 'x', '1')
  redis.call('PEXPIRE', KEYS[1], ${TIMING.retention})
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
local reader, skip = ARGV[1], 24
local found, count, upTo = {}, 0, math.max(seen, oldest - 1)
while upTo < last and count < ${LIMITS.replayPage} do
  local fields = {}
  for number = upTo + 1, math.min(last, upTo + 64) do
    fields[#fields + 1] = 'f' .. string.format('%.0f', number)
  end
  for _, value in ipairs(redis.call('HMGET', KEYS[1], unpack(fields))) do
    if count == ${LIMITS.replayPage} then break end
    upTo = upTo + 1
    if value and string.sub(value, 1, #reader) == reader then
      count = count + 1
      found[#found + 1] = upTo
      found[#found + 1] = string.sub(value, skip)
    end
  end
end
upTo = math.min(upTo, last)
local gap = (seen + 1 < oldest or seen > last) and 1 or 0
return { upTo, gap, upTo < last and 1 or 0, unpack(found) }
`);
