package jp.tsunagu.gateway.network;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.lifecycle.ConferenceKind;

/** What the values of one meeting body must be to one another. */
final class BodyRules {

  private static final Set<AgencyKind> MUNICIPAL =
      Set.of(AgencyKind.COORDINATION_DESK, AgencyKind.DEPARTMENT);
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private BodyRules() {}

  /** A 支援会議 is always the municipality's; an organiser sends notices, so it has a connector. */
  static void organiser(YamlMap map, ConferenceKind conference, Agency organiser) {
    YamlValue place = map.optional("organiser").orElse(map.place());
    if (conference == ConferenceKind.SUPPORT_CONFERENCE && !MUNICIPAL.contains(organiser.kind())) {
      place.fault(
          "'"
              + organiser.agencyId()
              + "' ("
              + organiser.kind().label()
              + ") は支援会議の主催者になれません。"
              + "支援会議を開くのは市です（社会福祉法106条の6）。",
          "kind が調整窓口か庁内部署の機関にしてください。");
    }
    if (organiser.participation() == Participation.PAPER) {
      place.fault(
          "'" + organiser.agencyId() + "' は紙・電話で参加する機関なので、主催者になれません。",
          "コネクタ (CONNECTOR) で参加する機関にしてください。");
    }
  }

  /** Which values each model needs and which have no meaning in it. */
  static void calendar(YamlMap map, MeetingModel model) {
    boolean hasDays = map.optional("recurrence").isPresent();
    switch (model) {
      case FIXED_CALENDAR -> List.of("recurrence", "closing").forEach(map::required);
      case PER_CASE ->
          List.of("recurrence", "closing")
              .forEach(key -> unwanted(map, key, "事案ごと (PER_CASE) の会議では使いません。"));
      case RIDING, UNKNOWN -> {}
    }
    if (hasDays) {
      List.of("begins", "closedDays").forEach(map::required);
      judgePublication(map);
    } else {
      List.of("begins", "publishDaysBefore", "slot", "closing")
          .forEach(key -> unwanted(map, key, "recurrence のある会議でだけ使います。"));
    }
  }

  private static void judgePublication(YamlMap map) {
    if (map.optional("closing").isEmpty() && map.optional("publishDaysBefore").isEmpty()) {
      map.place().fault("に closing も publishDaysBefore もありません。", "いつ次第を出すか、どちらかを書いてください。");
    }
  }

  private static void unwanted(YamlMap map, String key, String problem) {
    map.optional(key).ifPresent(value -> value.fault("は" + problem, "この行を消してください。"));
  }

  /** Hours within a day, and a reminder after the notice it reminds of. */
  static void times(YamlMap map, MeetingBody body) {
    if (body.days().begins() != null
        && body.days().begins().toSecondOfDay() / 60 + body.place().capacityMinutes()
            > MINUTES_OF_A_DAY) {
      map.place().fault("の会議がその日のうちに終わりません。", "begins か capacityMinutes を小さくしてください。");
    }
    Integer notice = body.deadlines().publishDaysBefore();
    Integer reminder = body.deadlines().reminderDaysBefore();
    if (notice != null && reminder != null && reminder >= notice) {
      map.place().fault("の reminderDaysBefore が開催通知より前になります。", "publishDaysBefore より小さい数にしてください。");
    }
  }
}
