package jp.tsunagu.scheduler.testing;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;

/** A city that meets on 2nd Tuesdays, two kinds of conference in one slot, and per case. */
public final class TestCity {
  public static final AgencyId DESK = new AgencyId("desk");
  public static final AgencyId SHAKYO = new AgencyId("shakyo");
  public static final AgencyId HOKATSU = new AgencyId("hokatsu");
  public static final AgencyId SHOGAI = new AgencyId("shogai");
  public static final AgencyId HOKENSHO = new AgencyId("hokensho");
  public static final BodyId SHIEN = new BodyId("shien-kaigi");
  public static final BodyId JUSO = new BodyId("juso-kaigi");
  public static final BodyId PER_CASE = new BodyId("jian-kaigi");
  private static final String SECOND_TUESDAY = "FREQ=MONTHLY;BYDAY=2TU";

  private TestCity() {}

  /** Its directory. */
  public static List<DirectoryRecord> city(ClosedDayRule closedDays) {
    return city(new NetworkId("yui"), closedDays);
  }

  /** Its directory in a network of this id. */
  public static List<DirectoryRecord> city(NetworkId network, ClosedDayRule closedDays) {
    List<DirectoryRecord> records = new ArrayList<>();
    records.add(
        new NetworkSettings(
            network,
            "結市",
            6,
            DESK,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15))));
    for (AgencyId agency : List.of(DESK, SHAKYO, HOKATSU, SHOGAI, HOKENSHO)) {
      records.add(
          new Agency(
              agency,
              agency.value(),
              agency.equals(DESK) ? AgencyKind.COORDINATION_DESK : AgencyKind.OTHER,
              StatisticsField.OTHER,
              Participation.CONNECTOR,
              Set.of(),
              true,
              null));
    }
    for (AgencyId agency : List.of(DESK, HOKATSU, SHOGAI)) {
      records.add(new MeetingContact(agency, agency + "@yui.example.jp"));
    }
    records.add(body(SHIEN, ConferenceKind.SUPPORT_CONFERENCE, DESK, closedDays));
    records.add(body(JUSO, ConferenceKind.PLAN_CONFERENCE, SHAKYO, closedDays));
    records.add(perCase());
    List<Reason> reasons = List.of(new Reason("URGENT", "急を要する", false));
    records.add(new MeetingSettings(reasons, reasons, reasons, reasons));
    return records;
  }

  private static MeetingBody body(
      BodyId id, ConferenceKind kind, AgencyId organiser, ClosedDayRule closedDays) {
    return new MeetingBody(
        id,
        kind.label(),
        new BodyCharge(kind, MeetingModel.FIXED_CALENDAR, Set.of(), true, true),
        organiser,
        new BodyDays(SECOND_TUESDAY, closedDays, LocalTime.of(15, 0)),
        new BodyPlace(135, "市役所 会議室", "dai2-kayou"),
        new BodyDeadlines(
            new Closing(SECOND_TUESDAY, 1, LocalTime.of(17, 15), ClosedDayRule.NEXT_OPEN_DAY),
            14,
            null,
            1),
        Set.of());
  }

  private static MeetingBody perCase() {
    return new MeetingBody(
        PER_CASE,
        "事案ごとの支援会議",
        new BodyCharge(
            ConferenceKind.SUPPORT_CONFERENCE, MeetingModel.PER_CASE, Set.of(), true, false),
        DESK,
        new BodyDays(null, ClosedDayRule.KEEP, null),
        new BodyPlace(60, null, null),
        new BodyDeadlines(null, null, 14, null),
        Set.of());
  }
}
