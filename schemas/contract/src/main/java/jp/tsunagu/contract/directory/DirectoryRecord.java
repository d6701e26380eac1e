package jp.tsunagu.contract.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.HolidayFile;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** A record of the directory topic; {@link #key()} is its record key. */
public sealed interface DirectoryRecord
    permits DirectoryRecord.Agency,
        DirectoryRecord.AgencyKeys,
        DirectoryRecord.NetworkSettings,
        DirectoryRecord.SchemaEntry,
        DirectoryRecord.MeetingBody,
        DirectoryRecord.MeetingSettings,
        DirectoryRecord.CaseFlow,
        DirectoryRecord.CityForm,
        DirectoryRecord.MeetingContact,
        DirectoryRecord.HolidayOverrides,
        DirectoryRecord.FormerName,
        SocialResource,
        CommunityIssue {

  /** The record key: a later record with the same key takes the place of an earlier one. */
  String key();

  /**
   * An agency; its topics exist before this record does. The record stays when the agency leaves:
   * its id never goes to another one, and old cases keep its name.
   *
   * @param dutyContact whom to telephone outside office hours, shown to senders; a public number
   * @param leftOn the day (Asia/Tokyo) its line was found gone from network.yaml; none while it
   *     takes part
   */
  record Agency(
      AgencyId agencyId,
      String name,
      AgencyKind kind,
      AgencyWork work,
      Participation participation,
      @Nullable String dutyContact,
      @Nullable LocalDate leftOn)
      implements DirectoryRecord {

    /** An agency that takes part and carries out what is usual for its kind. */
    public Agency(
        AgencyId agencyId,
        String name,
        AgencyKind kind,
        StatisticsField statisticsField,
        Participation participation,
        Set<AreaId> areas,
        boolean mayCoordinate,
        @Nullable String dutyContact) {
      this(
          agencyId,
          name,
          kind,
          new AgencyWork(
              statisticsField, areas, mayCoordinate, Programme.usual(kind, mayCoordinate), false),
          participation,
          dutyContact,
          null);
    }

    /**
     * How it connects a household where nothing is said: together (協働), or handing over (引継ぎ) where
     * it has no programme of its own for the household.
     */
    public ReferralMode usualMode() {
      return work.programmes().isEmpty() ? ReferralMode.HANDOVER : ReferralMode.TOGETHER;
    }

    /** The same agency after it left on this day (Asia/Tokyo). */
    public Agency left(LocalDate day) {
      return new Agency(agencyId, name, kind, work, participation, dutyContact, day);
    }

    @Override
    public String key() {
      return "agency/" + agencyId;
    }

    /** Whether it is a coordination desk. */
    public boolean isDesk() {
      return kind == AgencyKind.COORDINATION_DESK;
    }
  }

  /**
   * The public keys of an agency as it announced them; those of the chain that began first stand
   * before what claims to begin another one, each newest first. Which one to seal to, every sender
   * finds by itself: {@link KeyChain}.
   *
   * @param signingKeys in the same order; filled by the gateway from what was announced
   */
  record AgencyKeys(AgencyId agencyId, List<PublicKey> keys, List<SigningKey> signingKeys)
      implements DirectoryRecord {
    public AgencyKeys {
      keys = List.copyOf(keys);
      signingKeys = List.copyOf(signingKeys);
    }

    /** Of an agency that signs nothing. */
    public AgencyKeys(AgencyId agencyId, List<PublicKey> keys) {
      this(agencyId, keys, List.of());
    }

    /**
     * The keys a careful sender may seal to now: the newest one of every signing key that none here
     * takes the place of. There is more than one while people compare the fingerprint of a signing
     * key that was not signed by the one before.
     */
    public Set<KeyId> current() {
      if (signingKeys.isEmpty()) {
        return keys.stream().limit(1).map(PublicKey::keyId).collect(Collectors.toSet());
      }
      Set<KeyId> replaced =
          signingKeys.stream()
              .flatMap(key -> Stream.ofNullable(key.signature()))
              .map(KeySignature::signedBy)
              .collect(Collectors.toSet());
      Map<KeyId, KeyId> newest = new HashMap<>();
      for (PublicKey key : keys) {
        KeySignature signature = key.signature();
        if (signature != null && !replaced.contains(signature.signedBy())) {
          newest.putIfAbsent(signature.signedBy(), key.keyId());
        }
      }
      return Set.copyOf(newest.values());
    }

    @Override
    public String key() {
      return "keys/" + agencyId;
    }
  }

  /**
   * The settings of the network.
   *
   * @param partitions of outboxes, inboxes and ledger; fixed at the network's birth
   * @param deskId the agency that gets sheets without addressee and escalations
   * @param incarnation 0 until the network was restored from a backup for the first time, higher
   *     after each restoration
   */
  record NetworkSettings(
      NetworkId networkId,
      String name,
      int partitions,
      AgencyId deskId,
      List<Area> areas,
      ReasonLists choices,
      AnsweringTimes answering,
      int incarnation)
      implements DirectoryRecord {
    public NetworkSettings {
      areas = List.copyOf(areas);
    }

    /** Of a network that was never restored. */
    public NetworkSettings(
        NetworkId networkId,
        String name,
        int partitions,
        AgencyId deskId,
        List<Area> areas,
        List<Reason> declineReasons,
        List<Reason> sendBackReasons,
        List<Reason> screeningReasons,
        List<Reason> introducers,
        List<Deadline> deadlines,
        OfficeHours officeHours) {
      this(
          networkId,
          name,
          partitions,
          deskId,
          areas,
          new ReasonLists(declineReasons, sendBackReasons, screeningReasons, introducers),
          new AnsweringTimes(deadlines, officeHours),
          0);
    }

    @Override
    public String key() {
      return "network";
    }
  }

  /**
   * How a case goes through 多機関協働 in this city, and through 参加支援 and アウトリーチ beside it: what their
   * steps wait for, each in the order a person is told of it; nothing where a list is empty.
   */
  record CaseFlow(
      List<FlowRequirement> supportDecision,
      List<FlowRequirement> handBack,
      List<FlowRequirement> closing,
      List<FlowRequirement> resultReport,
      @Flat SideGates beside)
      implements DirectoryRecord {

    /** Where nothing waits. */
    public static final CaseFlow FREE =
        new CaseFlow(List.of(), List.of(), List.of(), List.of(), SideGates.FREE);

    /** Keeps unmodifiable copies. */
    public CaseFlow {
      supportDecision = List.copyOf(supportDecision);
      handBack = List.copyOf(handBack);
      closing = List.copyOf(closing);
      resultReport = List.copyOf(resultReport);
    }

    /** What this step waits for. */
    public List<FlowRequirement> of(FlowStep step) {
      return switch (step) {
        case SUPPORT_DECISION -> supportDecision;
        case HAND_BACK -> handBack;
        case CLOSING -> closing;
        case RESULT_REPORT -> resultReport;
        case PARTICIPATION_START -> List.of(FlowRequirement.JUDGED_NEEDED);
        case MATCHING -> beside.matching();
        case SETTLING -> beside.settling();
        case PARTICIPATION_END -> beside.participationEnd();
        case RELATING -> beside.relating();
        case VISITING -> beside.visiting();
        case OUTREACH_END -> beside.outreachEnd();
      };
    }

    @Override
    public String key() {
      return "flow";
    }
  }

  /**
   * What a city changes of a form (様式) of a case, or a form of its own.
   *
   * @param formId of a declared form, else of one of the city's own
   * @param title none where it stays as declared
   * @param retired fields that are not asked any more, named as those of {@link FormWording}
   * @param statementVersion of what a person is told before she signs; 0 where that stays
   * @param statement what she is told, sentence by sentence; empty where that stays as declared
   */
  record CityForm(
      String formId,
      @Nullable String title,
      List<FormWording> wordings,
      List<String> retired,
      List<AddedSection> sections,
      List<AddedField> fields,
      int statementVersion,
      List<String> statement)
      implements DirectoryRecord {

    /** Keeps unmodifiable copies. */
    public CityForm {
      wordings = List.copyOf(wordings);
      retired = List.copyOf(retired);
      sections = List.copyOf(sections);
      fields = List.copyOf(fields);
      statement = List.copyOf(statement);
    }

    /** One that leaves what is stated. */
    public CityForm(
        String formId,
        @Nullable String title,
        List<FormWording> wordings,
        List<String> retired,
        List<AddedSection> sections,
        List<AddedField> fields) {
      this(formId, title, wordings, retired, sections, fields, 0, List.of());
    }

    @Override
    public String key() {
      return "form/" + formId;
    }
  }

  /** A schema of the append-only id table, so that a reader can look up an id newer than itself. */
  record SchemaEntry(int id, String subject, int version, String schema)
      implements DirectoryRecord {
    @Override
    public String key() {
      return "schema/" + id;
    }
  }

  /**
   * A meeting body (会議体): a conference of its own, or an existing body that doubles as one.
   *
   * @param organiser whose notices they are; of a 支援会議 always the municipality (社会福祉法106条の6)
   * @param members who come to every meeting, besides those of the case
   */
  record MeetingBody(
      BodyId bodyId,
      String name,
      BodyCharge charge,
      AgencyId organiser,
      BodyDays days,
      BodyPlace place,
      BodyDeadlines deadlines,
      Set<AgencyId> members)
      implements DirectoryRecord {
    public MeetingBody {

      members = Set.copyOf(members);
    }

    @Override
    public String key() {
      return "body/" + bodyId;
    }

    /** See {@link BodyCharge}. */
    public ConferenceKind conference() {
      return charge.conference();
    }
  }

  /**
   * What a city lets people choose from in meetings.
   *
   * @param absenceReasons for 欠席 in a 重層的支援会議
   * @param lateReasons why the desk admits a request after closing, or places one by hand
   * @param roles of agencies after a meeting (役割)
   * @param missingResources 不足した社会資源
   */
  record MeetingSettings(
      List<Reason> absenceReasons,
      List<Reason> lateReasons,
      List<Reason> roles,
      List<Reason> missingResources)
      implements DirectoryRecord {
    public MeetingSettings {
      absenceReasons = List.copyOf(absenceReasons);
      lateReasons = List.copyOf(lateReasons);
      roles = List.copyOf(roles);
      missingResources = List.copyOf(missingResources);
    }

    @Override
    public String key() {
      return "meetings";
    }
  }

  /**
   * Where notices of meetings go besides the inbox.
   *
   * @param mail an office's address, never a person's; none means by post
   */
  record MeetingContact(AgencyId agencyId, @Nullable String mail) implements DirectoryRecord {
    @Override
    public String key() {
      return "contact/" + agencyId;
    }
  }

  /**
   * Public holidays of the city's override file (Cabinet Office CSV shape). Every year that occurs
   * is whole and stands over the computed one; empty without a file.
   */
  record HolidayOverrides(List<Holiday> holidays) implements DirectoryRecord {
    public HolidayOverrides {
      holidays = List.copyOf(holidays);
    }

    /** The content of a file as it is published. */
    public static HolidayOverrides of(HolidayFile.Usable file) {
      return new HolidayOverrides(
          file.years().values().stream()
              .flatMap(days -> days.entrySet().stream())
              .map(day -> new Holiday(day.getKey(), day.getValue()))
              .toList());
    }

    /** The holidays by law, except for the years this list has. */
    public JapaneseHolidays overTheComputed() {
      Map<Year, SortedMap<LocalDate, String>> years = new TreeMap<>();
      holidays.forEach(
          day ->
              years
                  .computeIfAbsent(Year.from(day.date()), _ -> new TreeMap<>())
                  .put(day.date(), day.name()));
      return JapaneseHolidays.calculated().replacedBy(new HolidayFile.Usable(years));
    }

    @Override
    public String key() {
      return "holidays";
    }
  }

  /**
   * What an area, a reason or a meeting body that is gone from network.yaml was called last, so
   * that old cases keep their words. It ends when the code is used again.
   *
   * @param list where in network.yaml it stood: {@link #AREAS}, {@link #BODIES} or {@link
   *     CodeList#place()}
   * @param code its id or code there
   */
  record FormerName(String list, String code, String name) implements DirectoryRecord {

    /** 圏域. */
    public static final String AREAS = "areas";

    /** 会議体. */
    public static final String BODIES = "meetings.bodies";

    /** 様式. */
    public static final String FORMS = "forms";

    @Override
    public String key() {
      return "former/" + list + "/" + code;
    }
  }

  /** One public holiday. */
  record Holiday(LocalDate date, String name) {}

  /**
   * Until when a request is in time (受付締切): the day this rule gives in the month so many months
   * before the meeting, at this time.
   *
   * @param recurrence RFC 5545 RRULE, e.g. {@code FREQ=MONTHLY;BYDAY=2TU}
   * @param monthsBefore the month of the meeting, 0 for the same
   * @param at Asia/Tokyo
   * @param closedDays what happens when the rule gives a closed day
   */
  record Closing(String recurrence, int monthsBefore, LocalTime at, ClosedDayRule closedDays) {}

  /** 圏域. */
  record Area(AreaId areaId, String name) {}

  /**
   * A reason a person can choose.
   *
   * @param noteRequired text must go with it (その他)
   */
  record Reason(String code, String label, boolean noteRequired) {

    /** 誤送付: what came was not for the receiver, so that it must not go on reading it. */
    public static final String MISDIRECTED = "MISDIRECTED";
  }

  /**
   * The response deadline of one urgency: either {@code hours} by the calendar or {@code openDays}
   * ending at closing time.
   *
   * @param dueSoonHours for deadlines in hours: how long before the end the receiver is told
   * @param dueSoonOpenDays for deadlines in open days: how many open days before the last day, at
   *     opening time
   */
  record Deadline(
      Urgency urgency,
      @Nullable Integer hours,
      @Nullable Integer openDays,
      @Nullable Integer dueSoonHours,
      @Nullable Integer dueSoonOpenDays) {}

  /** Office hours on open days, Asia/Tokyo. */
  record OfficeHours(LocalTime opens, LocalTime closes) {}
}
