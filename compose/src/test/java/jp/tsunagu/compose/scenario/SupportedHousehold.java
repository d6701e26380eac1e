package jp.tsunagu.compose.scenario;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A household in the sample city after 狛江市 that its desk coordinates, and the 参加支援 of its people
 * that the counter for 困窮 carries out.
 *
 * @param inNeed how many of its people, the first ones, consent and are to be judged in need
 */
record SupportedHousehold(ScenarioCity city, String caseId, int inNeed) {
  static final String COUNTER = "jiritsu-soudan";
  static final String DESK = "desk";

  /** So many people of whom the first ones consent; the clock stands in December 2026. */
  static SupportedHousehold of(ScenarioCity city, int inNeed, int persons) {
    var household = new SupportedHousehold(city, received(city, persons), inNeed);
    for (var person = 1; person <= inNeed; person++) {
      household.consents(person);
    }
    household.isCoordinated();
    return household;
  }

  /** The counter receives so many people; gives their case. */
  static String received(ScenarioCity city, int persons) {
    return city.does(
            COUNTER,
            "/consultations",
            """
            {"consultation": {"fields": ["困窮"], "area": "nishi", "urgency": "通常",
             "reception": "新規", "persons": %d}}
            """
                .formatted(persons))
        .text("caseId");
  }

  /** The counter asks the desk, which coordinates from now on. */
  void isCoordinated() {
    city.does(COUNTER, path("/coordination"), "{}");
    city.does(DESK, path("/coordination/accept"), "{}");
  }

  private void consents(int person) {
    city.does(
        COUNTER,
        path("/consents"),
        """
        {"person": %d, "purpose": "多機関協働", "scope": ["氏名・生年月日"],
         "recipients": ["shakyo", "desk", "jiritsu-soudan"],
         "method": "書面", "givenOn": "2026-12-10"}
        """
            .formatted(person));
  }

  /** A 重層的支援会議 on 28 January 2027 judges that they need 参加支援. */
  void isJudgedInNeed() {
    isDecided(
        IntStream.rangeClosed(1, inNeed)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ")),
        "\"outcome\": \"CONTINUED\", \"needed\": [\"参加支援\"]");
    city.timeline(DESK, caseId, told -> ScenarioCity.types(told).contains("ItemDecided"));
  }

  /** A 重層的支援会議 on 28 January 2027 decides this about these persons. */
  void isDecided(String persons, String decision) {
    var item =
        city.does(
                DESK,
                path("/meeting-requests"),
                """
                {"conference": "重層的支援会議", "purpose": "プラン協議", "minutes": 30,
                 "persons": [%s], "involved": ["shakyo", "jiritsu-soudan"]}
                """
                    .formatted(persons))
            .text("requestId");
    city.at("2027-01-21T08:31");
    city.sees("shakyo", "/meetings?caseId=" + caseId, body -> !body.path("meetings").isEmpty());
    city.at("2027-01-28T14:00");
    var meeting = "/api/meetings/shien-chosei.2027-01-28";
    city.commands(
        DESK,
        meeting + "/attendance",
        """
        {"heldAt": "2027-01-28T14:00:00+09:00", "attendees": [
          {"agency": "shakyo", "presence": "ATTENDED"},
          {"agency": "jiritsu-soudan", "presence": "ATTENDED"}]}
        """);
    city.commands(
        DESK,
        meeting + "/decisions",
        "{\"caseId\": \"%s\", \"requestId\": \"%s\", %s}".formatted(caseId, item, decision));
  }

  /** A person's 参加支援, as forms name it. */
  static String participation(int person) {
    return "\"kind\": \"参加支援\", \"person\": " + person;
  }

  static String begun(int person) {
    return "{"
        + participation(person)
        + ", \"provider\": \"jiritsu-soudan\", \"reason\": \"合う制度がない\"}";
  }

  static String to(String which, String stage) {
    return "{" + which + ", \"stage\": \"" + stage + "\"}";
  }

  void move(String which, String stage) {
    city.does(COUNTER, path("/supports/stage"), to(which, stage));
  }

  void record(String form, int person) {
    city.does(
        COUNTER,
        path("/recorded-forms"),
        "{\"form\": \"%s\", \"dated\": \"2027-01-28\", \"persons\": [%d]}".formatted(form, person));
  }

  String path(String end) {
    return "/cases/" + caseId + end;
  }
}
