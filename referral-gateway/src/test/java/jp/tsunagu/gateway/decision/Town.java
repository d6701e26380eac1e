package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Urgency;

/** 結市, an invented city: its agencies, settings and keys. */
final class Town {
  static final AgencyId HIGASHI = new AgencyId("hokatsu-higashi");
  static final AgencyId NISHI = new AgencyId("hokatsu-nishi");
  static final AgencyId SHOGAI = new AgencyId("shogai-kikan");
  static final AgencyId KODOMO = new AgencyId("kodomo-katei");
  static final AgencyId JIRITSU = new AgencyId("jiritsu-soudan");
  static final AgencyId SHAKYO = new AgencyId("shakyo");
  static final AgencyId DESK = new AgencyId("desk");
  static final AgencyId HOKENSHO = new AgencyId("hokensho");
  static final AgencyId NOZEI = new AgencyId("nozei");
  static final AgencyId KANKYO = new AgencyId("kankyo");
  static final AgencyId KOREI = new AgencyId("korei");
  static final AgencyId SHOBO = new AgencyId("shobo");
  static final AgencyId MINSEI = new AgencyId("minsei-higashi3");
  static final AgencyId SHIMBUN = new AgencyId("shimbun-higashi");
  static final AgencyId STRANGER = new AgencyId("midori-fudosan");

  static final AreaId EAST = new AreaId("tobu");
  static final AreaId WEST = new AreaId("seibu");

  static final BodyId SUPPORT_BODY = new BodyId("shien-kaigi");
  static final BodyId PLAN_BODY = new BodyId("juso-kaigi");

  static final KeyId CURRENT_KEY = new KeyId("00000000000000aa");
  static final KeyId OLD_KEY = new KeyId("00000000000000bb");

  /** Everybody who runs a connector, in the order of the scenarios. */
  static final List<AgencyId> CONNECTED =
      List.of(
          HIGASHI, NISHI, SHOGAI, KODOMO, JIRITSU, SHAKYO, DESK, HOKENSHO, NOZEI, KANKYO, KOREI,
          SHOBO);

  /** {@link #KODOMO} has announced no key yet. */
  static final NetworkDirectory DIRECTORY = NetworkDirectory.EMPTY.with(records());

  static final OfficeCalendar CALENDAR = DIRECTORY.officeCalendar();

  static final Roll ROLL = Roll.of(DIRECTORY);

  private Town() {}

  /** The directory after these agencies left. */
  static NetworkDirectory without(AgencyId... left) {
    LocalDate day = LocalDate.of(2026, 9, 3);
    return DIRECTORY.with(
        Stream.of(left).map(id -> DIRECTORY.agency(id).orElseThrow().left(day)).toList());
  }

  private static List<DirectoryRecord> records() {
    List<DirectoryRecord> records = new ArrayList<>();
    records.add(settings());
    records.add(choices());
    records.add(body(SUPPORT_BODY, ConferenceKind.SUPPORT_CONFERENCE, DESK));
    records.add(body(PLAN_BODY, ConferenceKind.PLAN_CONFERENCE, SHAKYO));
    records.add(connected(HIGASHI, AgencyKind.COMMUNITY_SUPPORT, false));
    records.add(connected(NISHI, AgencyKind.COMMUNITY_SUPPORT, false));
    records.add(connected(SHOGAI, AgencyKind.DISABILITY_CONSULTATION, false));
    records.add(connected(KODOMO, AgencyKind.CHILD_AND_FAMILY, false));
    records.add(connected(JIRITSU, AgencyKind.POVERTY_COUNTER, false));
    records.add(connected(SHAKYO, AgencyKind.SOCIAL_WELFARE_COUNCIL, true));
    records.add(connected(DESK, AgencyKind.COORDINATION_DESK, true));
    records.add(connected(HOKENSHO, AgencyKind.OTHER, false));
    records.add(connected(NOZEI, AgencyKind.DEPARTMENT, false));
    records.add(connected(KANKYO, AgencyKind.DEPARTMENT, true));
    records.add(connected(KOREI, AgencyKind.DEPARTMENT, true));
    records.add(connected(SHOBO, AgencyKind.OTHER, false));
    records.add(agency(MINSEI, AgencyKind.OTHER, Participation.PAPER, false));
    records.add(agency(SHIMBUN, AgencyKind.OTHER, Participation.PAPER, false));
    CONNECTED.stream().filter(id -> !id.equals(KODOMO)).map(Town::keys).forEach(records::add);
    return records;
  }

  private static MeetingBody body(BodyId id, ConferenceKind conference, AgencyId organiser) {
    return new MeetingBody(
        id,
        id.value(),
        new BodyCharge(conference, MeetingModel.FIXED_CALENDAR, Set.of(), true, true),
        organiser,
        new BodyDays("FREQ=MONTHLY;BYDAY=2TU", ClosedDayRule.NEXT_OPEN_DAY, LocalTime.of(15, 0)),
        new BodyPlace(135, null, null),
        new BodyDeadlines(null, null, null, null),
        Set.of());
  }

  private static MeetingSettings choices() {
    return new MeetingSettings(
        List.of(new Reason("duty", "他の公務", false)),
        List.of(),
        List.of(new Reason("support", "支援", false), new Reason("outreach", "訪問", false)),
        List.of(new Reason("housing", "住まい", false)));
  }

  private static Agency connected(AgencyId id, AgencyKind kind, boolean mayCoordinate) {
    return agency(id, kind, Participation.CONNECTOR, mayCoordinate);
  }

  private static Agency agency(
      AgencyId id, AgencyKind kind, Participation participation, boolean mayCoordinate) {
    return new Agency(
        id, id.value(), kind, StatisticsField.OTHER, participation, Set.of(), mayCoordinate, null);
  }

  private static AgencyKeys keys(AgencyId id) {
    Instant then = Instant.parse("2026-01-05T00:00:00Z");
    Bytes keyset = Bytes.copyOf(new byte[] {1});
    return new AgencyKeys(
        id,
        List.of(new PublicKey(CURRENT_KEY, keyset, then), new PublicKey(OLD_KEY, keyset, then)));
  }

  private static NetworkSettings settings() {
    return new NetworkSettings(
        new NetworkId("yui"),
        "結市",
        6,
        DESK,
        List.of(new Area(EAST, "東部"), new Area(WEST, "西部")),
        List.of(
            new Reason("not-eligible", "対象外", false),
            new Reason("full", "受入枠なし", false),
            new Reason("other", "その他", true)),
        List.of(new Reason("information-missing", "情報不足", false), new Reason("other", "その他", true)),
        List.of(new Reason("no-consent", "同意なし・予防的支援", false)),
        List.of(new Reason("minsei", "民生委員", false), new Reason("tax-office", "納税課", false)),
        List.of(
            new Deadline(Urgency.EMERGENCY, 24, null, 6, null),
            new Deadline(Urgency.URGENT, 72, null, 24, null),
            new Deadline(Urgency.NORMAL, null, 10, null, 2)),
        new DirectoryRecord.OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }
}
