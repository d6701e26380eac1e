package jp.tsunagu.compose.replay;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of news as an agency's system is told of it, by whichever way.
 *
 * @param position cursor in the agency's inbox
 * @param id the same for a repeated delivery
 * @param type such as {@code ReferralSent}
 */
record News(
    long position, String id, String type, String caseId, String referralId, JsonNode data) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  static News of(JsonNode item) {
    return new News(
        item.path("position").asLong(0),
        item.path("id").asString(""),
        item.path("type").path("code").asString(""),
        item.path("caseId").asString(""),
        item.path("referralId").asString(""),
        item.path("data"));
  }

  static News parse(String json) {
    return of(MAPPER.readTree(json));
  }

  /** Whether a field of the event names this agency. */
  boolean names(String field, Object agency) {
    return data.path(field).path("id").asString("").equals(agency.toString());
  }

  @Override
  public String toString() {
    return "News[" + type + " " + caseId + "]";
  }
}
