package jp.tsunagu.gateway.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseState;
import org.jspecify.annotations.Nullable;

/** What ids and codes are called in this city; an unknown one keeps its code. */
record Names(NetworkDirectory directory, NetworkSettings settings) {

  private static final String WITHHELD = "非公開";

  static Names of(NetworkDirectory directory) {
    return new Names(directory, directory.settings().orElseThrow());
  }

  /** What people call the case. */
  static @Nullable String number(CaseState state) {
    CaseNumber number = state.caseNumber();
    return number == null ? null : number.value();
  }

  NamedAgency agency(AgencyId id) {
    LocalDate leftOn = directory.formerAgency(id).map(Agency::leftOn).orElse(null);
    return new NamedAgency(id.value(), agencyName(id), leftOn);
  }

  List<NamedAgency> agencies(Collection<AgencyId> ids) {
    return ids.stream().sorted().map(this::agency).toList();
  }

  Labelled area(AreaId id) {
    String name =
        settings.areas().stream()
            .filter(area -> area.areaId().equals(id))
            .map(Area::name)
            .findFirst()
            .orElseGet(
                () -> id.equals(AreaId.WITHHELD) ? WITHHELD : former(FormerName.AREAS, id.value()));
    return new Labelled(id.value(), name);
  }

  Labelled declineReason(String code) {
    return reason(FormerName.DECLINE_REASONS, settings.declineReasons(), code);
  }

  Labelled sendBackReason(String code) {
    return reason(FormerName.SEND_BACK_REASONS, settings.sendBackReasons(), code);
  }

  Labelled screeningReason(String code) {
    return reason(FormerName.SCREENING_REASONS, settings.screeningReasons(), code);
  }

  Labelled introducer(String code) {
    return reason(FormerName.INTRODUCERS, settings.introducers(), code);
  }

  Labelled absenceReason(String code) {
    return reason(FormerName.ABSENCE_REASONS, choices(MeetingSettings::absenceReasons), code);
  }

  Labelled role(String code) {
    return reason(FormerName.ROLES, choices(MeetingSettings::roles), code);
  }

  Labelled missingResource(String code) {
    return reason(FormerName.MISSING_RESOURCES, choices(MeetingSettings::missingResources), code);
  }

  private List<Reason> choices(Function<MeetingSettings, List<Reason>> list) {
    return directory.meetingSettings().map(list).orElse(List.of());
  }

  /** A meeting as its body is called, with the day and number of its id. */
  String meeting(MeetingId id) {
    String body =
        directory
            .meetingBody(id.body())
            .map(MeetingBody::name)
            .orElseGet(() -> former(FormerName.BODIES, id.body().value()));
    return body + " " + id.value().substring(id.body().value().length() + 1);
  }

  /** Constants of an enum in the order of their declaration. */
  static <E extends Enum<E>> List<Labelled> labelled(
      Collection<E> constants, Function<E, String> label) {
    return constants.stream()
        .sorted()
        .map(constant -> new Labelled(constant.name(), label.apply(constant)))
        .toList();
  }

  static Labelled labelled(Enum<?> constant, String label) {
    return new Labelled(constant.name(), label);
  }

  private String agencyName(AgencyId id) {
    if (id.equals(AgencyId.WITHHELD)) {
      return WITHHELD;
    }
    if (id.equals(AgencyId.SCHEDULER)) {
      return "会議の調整役";
    }
    return id.equals(AgencyId.GATEWAY) ? "ネットワーク" : named(id);
  }

  private String named(AgencyId id) {
    return directory.everAgency(id).map(Agency::name).orElse(id.value());
  }

  /** What a code was called when it was last in network.yaml. */
  private String former(String list, String code) {
    return directory.formerName(list, code).orElse(code);
  }

  private Labelled reason(String list, List<Reason> reasons, String code) {
    return new Labelled(
        code,
        reasons.stream()
            .filter(reason -> reason.code().equals(code))
            .map(Reason::label)
            .findFirst()
            .orElseGet(() -> former(list, code)));
  }
}
