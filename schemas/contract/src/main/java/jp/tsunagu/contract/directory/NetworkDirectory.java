package jp.tsunagu.contract.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.ClosedPeriod;
import jp.tsunagu.contract.calendar.DeadlineRule;
import jp.tsunagu.contract.calendar.JapaneseHolidays;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.calendar.ResponseDeadlines;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.Urgency;

/** An immutable snapshot of the directory topic: the last record of every key. */
public final class NetworkDirectory {

  /** Nothing read yet. */
  public static final NetworkDirectory EMPTY = new NetworkDirectory(Map.of());

  private static final String WITHHELD = "非公開";

  private final Map<String, DirectoryRecord> records;
  private final List<Agency> former;
  private final OfficeCalendar officeCalendar;

  private NetworkDirectory(Map<String, DirectoryRecord> records) {
    this.records = records;
    this.former = everyAgency().stream().filter(agency -> agency.leftOn() != null).toList();
    this.officeCalendar = calendar();
  }

  /** This snapshot with some records put in the place of those with the same key. */
  public NetworkDirectory with(Collection<? extends DirectoryRecord> newer) {
    Map<String, DirectoryRecord> next = new HashMap<>(records);
    newer.forEach(record -> next.put(record.key(), record));
    return new NetworkDirectory(Map.copyOf(next));
  }

  /** This snapshot without the records of these keys. */
  public NetworkDirectory without(Collection<String> gone) {
    Map<String, DirectoryRecord> next = new HashMap<>(records);
    gone.forEach(next::remove);
    return new NetworkDirectory(Map.copyOf(next));
  }

  /** Every record by its key. */
  public Map<String, DirectoryRecord> records() {
    return records;
  }

  /** The settings; empty until the network has been published. */
  public Optional<NetworkSettings> settings() {
    return records.get("network") instanceof NetworkSettings settings
        ? Optional.of(settings)
        : Optional.empty();
  }

  /** Which restoration of the network from a backup this is; 0 before the first. */
  public int incarnation() {
    return settings().map(NetworkSettings::incarnation).orElse(0);
  }

  /** The coordination desk (調整窓口); empty until the network has been published. */
  public Optional<AgencyId> desk() {
    return settings().map(NetworkSettings::deskId);
  }

  /** The agency with this id, if it takes part. */
  public Optional<Agency> agency(AgencyId id) {
    return everAgency(id).filter(agency -> agency.leftOn() == null);
  }

  /**
   * When the city's offices are open (開庁日・開庁時間): its hours from Monday to Friday, closed on
   * holidays by its own file or by law, and from 29 December to 3 January. The usual hours until
   * the network has been published.
   */
  public OfficeCalendar officeCalendar() {
    return officeCalendar;
  }

  private OfficeCalendar calendar() {
    JapaneseHolidays holidays =
        holidayOverrides()
            .map(HolidayOverrides::overTheComputed)
            .orElseGet(JapaneseHolidays::calculated);
    OfficeHours usual = OfficeHours.standard();
    OfficeHours hours =
        settings()
            .map(settings -> settings.answering().officeHours())
            .map(set -> new OfficeHours(set.opens(), set.closes(), usual.days()))
            .orElse(usual);
    return new OfficeCalendar(holidays, hours, true, List.of(ClosedPeriod.YEAR_END));
  }

  /**
   * The response deadline (回答期限) of a referral, as it is shown before sending and as it is decided.
   *
   * @param sentAt when the gateway records the sending
   */
  public ResponseDeadline responseDeadline(Urgency urgency, Instant sentAt) {
    Deadline set =
        settings().stream()
            .flatMap(settings -> settings.answering().deadlines().stream())
            .filter(deadline -> deadline.urgency() == urgency)
            .findFirst()
            .orElse(null);
    DeadlineRule rule = Deadlines.rule(urgency, set, officeCalendar.hours().closes());
    return ResponseDeadlines.of(rule, sentAt, officeCalendar);
  }

  /**
   * The deadline that somebody set for a question asked at this moment.
   *
   * @param lastDay the last day for an answer, not before that of {@code askedAt}
   */
  public ResponseDeadline responseDeadline(LocalDate lastDay, Instant askedAt) {
    return ResponseDeadlines.on(lastDay, askedAt, officeCalendar);
  }

  /** All agencies that take part, by id. */
  public List<Agency> agencies() {
    return everyAgency().stream().filter(agency -> agency.leftOn() == null).toList();
  }

  /** The agency with this id as it was last known, whether it takes part or has left (名簿から外れた). */
  public Optional<Agency> everAgency(AgencyId id) {
    return records.get("agency/" + id) instanceof Agency agency
        ? Optional.of(agency)
        : Optional.empty();
  }

  /** The agency with this id, if it has left. */
  public Optional<Agency> formerAgency(AgencyId id) {
    return everAgency(id).filter(agency -> agency.leftOn() != null);
  }

  /** All agencies that have left, by id. */
  public List<Agency> formerAgencies() {
    return former;
  }

  /** All agencies that take part or did so, by id: what old cases are counted and printed by. */
  public List<Agency> everyAgency() {
    return records.values().stream()
        .filter(Agency.class::isInstance)
        .map(Agency.class::cast)
        .sorted((a, b) -> a.agencyId().compareTo(b.agencyId()))
        .toList();
  }

  /** How this agency connects a household where it says nothing; together while it is unknown. */
  public ReferralMode usualMode(AgencyId agency) {
    return agency(agency).map(Agency::usualMode).orElse(ReferralMode.TOGETHER);
  }

  /**
   * What a person reads for an agency: its name, the last one where it has left (名簿から外れた), 非公開 for
   * one that a protected case hides; its id if nobody ever named it.
   */
  public String nameOf(AgencyId id) {
    if (id.equals(AgencyId.WITHHELD)) {
      return WITHHELD;
    }
    if (id.equals(AgencyId.SCHEDULER)) {
      return "会議の調整役";
    }
    return id.equals(AgencyId.GATEWAY)
        ? "ネットワーク"
        : everAgency(id).map(Agency::name).orElse(id.value());
  }

  /** What a paper says for this agency; it has no other place to tell that it has left. */
  public String printedNameOf(AgencyId id) {
    return formerAgency(id).isPresent() ? nameOf(id) + "(名簿から外れた)" : nameOf(id);
  }

  /** What a person reads for an area (圏域), the last name where the city has it no more. */
  public String nameOf(AreaId id) {
    return id.equals(AreaId.WITHHELD)
        ? WITHHELD
        : settings().stream()
            .flatMap(settings -> settings.areas().stream())
            .filter(area -> area.areaId().equals(id))
            .map(Area::name)
            .findFirst()
            .orElseGet(() -> formerName(FormerName.AREAS, id.value()).orElse(id.value()));
  }

  /** What a person reads for a meeting body (会議体), the last name where the city has it no more. */
  public String nameOf(BodyId id) {
    return meetingBody(id)
        .map(MeetingBody::name)
        .orElseGet(() -> formerName(FormerName.BODIES, id.value()).orElse(id.value()));
  }

  /** The codes of a list, in the order of network.yaml; empty until they have been published. */
  public List<Reason> reasons(CodeList list) {
    return list.in(settings(), meetingSettings());
  }

  /** Why a referral was not taken (受入不可, 差戻し), as the city calls it; none at other stages. */
  public Optional<Reason> reasonOf(Stage stage) {
    return switch (stage) {
      case Stage.Declined(String code) -> reason(CodeList.DECLINE_REASONS, code);
      case Stage.SentBack(String code) -> reason(CodeList.SEND_BACK_REASONS, code);
      case Stage.Submitted _,
          Stage.Unanswered _,
          Stage.Held _,
          Stage.Completed _,
          Stage.Forwarded _,
          Stage.Withdrawn _ ->
          Optional.empty();
    };
  }

  /** The code of a list, if a person can choose it now. */
  public Optional<Reason> reason(CodeList list, String code) {
    return reasons(list).stream().filter(reason -> reason.code().equals(code)).findFirst();
  }

  /**
   * What a person reads for a code: as the city calls it, or called it last; the code itself if
   * nobody ever named it.
   *
   * @param lists where it may stand; the first one that has it counts
   */
  public String labelOf(String code, CodeList... lists) {
    return Stream.of(lists)
        .flatMap(list -> reason(list, code).map(Reason::label).stream())
        .findFirst()
        .or(
            () ->
                Stream.of(lists)
                    .flatMap(list -> formerName(list.place(), code).stream())
                    .findFirst())
        .orElse(code);
  }

  /** What a code that is gone from network.yaml was called last. */
  private Optional<String> formerName(String list, String code) {
    return records.get("former/" + list + "/" + code) instanceof FormerName former
        ? Optional.of(former.name())
        : Optional.empty();
  }

  /** All meeting bodies by id. */
  public List<MeetingBody> meetingBodies() {
    return records.values().stream()
        .filter(MeetingBody.class::isInstance)
        .map(MeetingBody.class::cast)
        .sorted((a, b) -> a.bodyId().compareTo(b.bodyId()))
        .toList();
  }

  /** The meeting body with this id, if the city has it. */
  public Optional<MeetingBody> meetingBody(BodyId id) {
    return records.get("body/" + id) instanceof MeetingBody body
        ? Optional.of(body)
        : Optional.empty();
  }

  /**
   * What this step waits for in this city; where the city says nothing, for what it waits anywhere.
   */
  public List<FlowRequirement> requirements(FlowStep step) {
    return (records.get("flow") instanceof CaseFlow flow ? flow : CaseFlow.FREE).of(step);
  }

  /** What the city changes of the form with this id, or its own form; empty for neither. */
  public Optional<CityForm> cityForm(String formId) {
    return records.get("form/" + formId) instanceof CityForm form
        ? Optional.of(form)
        : Optional.empty();
  }

  /** Every form the city changes or has of its own, by id. */
  public List<CityForm> cityForms() {
    return records.values().stream()
        .filter(CityForm.class::isInstance)
        .map(CityForm.class::cast)
        .sorted(Comparator.comparing(CityForm::formId))
        .toList();
  }

  /** What a person calls a form: as the city does, else as declared, else as it did last. */
  public String titleOf(FormRef form) {
    return cityForm(form.formId())
        .map(CityForm::title)
        .or(() -> KnownForm.of(form).map(KnownForm::label))
        .or(() -> formerName(FormerName.FORMS, form.formId()))
        .orElse(form.formId());
  }

  /** What people choose from in meetings; empty until the network has been published. */
  public Optional<MeetingSettings> meetingSettings() {
    return records.get("meetings") instanceof MeetingSettings settings
        ? Optional.of(settings)
        : Optional.empty();
  }

  /** Where an agency's notices go besides its inbox; empty means by post. */
  public Optional<MeetingContact> meetingContact(AgencyId id) {
    return records.get("contact/" + id) instanceof MeetingContact contact
        ? Optional.of(contact)
        : Optional.empty();
  }

  /** The city's holiday file; empty until the network has been published. */
  public Optional<HolidayOverrides> holidayOverrides() {
    return records.get("holidays") instanceof HolidayOverrides overrides
        ? Optional.of(overrides)
        : Optional.empty();
  }

  /** Every resource (社会資源) of the register, those that ended too, by what it is. */
  public List<SocialResource> resources() {
    return records.values().stream()
        .filter(SocialResource.class::isInstance)
        .map(SocialResource.class::cast)
        .sorted(
            Comparator.comparing((SocialResource one) -> one.offer().what())
                .thenComparing(SocialResource::key))
        .toList();
  }

  /** The resource with this id, if it was ever entered. */
  public Optional<SocialResource> resource(ResourceId id) {
    return records.get("resource/" + id) instanceof SocialResource resource
        ? Optional.of(resource)
        : Optional.empty();
  }

  /** Every 地域課題 of the register, by what it is. */
  public List<CommunityIssue> issues() {
    return records.values().stream()
        .filter(CommunityIssue.class::isInstance)
        .map(CommunityIssue.class::cast)
        .sorted(
            Comparator.comparing((CommunityIssue one) -> one.outline().what())
                .thenComparing(CommunityIssue::key))
        .toList();
  }

  /** The 地域課題 with this id, if it was ever entered. */
  public Optional<CommunityIssue> issue(IssueId id) {
    return records.get("issue/" + id) instanceof CommunityIssue issue
        ? Optional.of(issue)
        : Optional.empty();
  }

  /** The public keys of an agency; empty until it announced one. */
  public List<PublicKey> keys(AgencyId id) {
    return announced(id).map(AgencyKeys::keys).orElse(List.of());
  }

  /** What an agency announced of its keys, as the gateway published it; not to be believed. */
  public Optional<AgencyKeys> announced(AgencyId id) {
    return records.get("keys/" + id) instanceof AgencyKeys keys
        ? Optional.of(keys)
        : Optional.empty();
  }
}
