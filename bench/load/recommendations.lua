-- wrk asks for ten items for a random listener of IDS, with reasons if REASONS is "true".
math.randomseed(7)
local ids = {}
for line in io.lines(os.getenv("IDS")) do ids[#ids + 1] = line end
local reasons = os.getenv("REASONS") or "false"
local headers = { ["Content-Type"] = "application/json" }

request = function()
  local body = '{"whom":{"listener":"' .. ids[math.random(#ids)] .. '"},"n":10,"reasons":' .. reasons .. '}'
  return wrk.format("POST", "/api/v1/recommendations", headers, body)
end
