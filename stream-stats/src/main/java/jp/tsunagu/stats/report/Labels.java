package jp.tsunagu.stats.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfField;
import jp.tsunagu.stats.figure.Dimension.OfPair;
import jp.tsunagu.stats.figure.Dimension.OfReason;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;

/** What ids and codes are called in this city; what has no name is called by its code. */
public final class Labels {

  private static final String WITHHELD = "非公開(保護案件)";

  private final NetworkDirectory directory;
  private final Map<AgencyId, Agency> agencies = new HashMap<>();
  private final Map<AreaId, String> areas = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Map<String, String> introducers = new HashMap<>();

  /** The names of this directory. */
  public Labels(NetworkDirectory directory) {
    this.directory = directory;
    directory.everyAgency().forEach(agency -> agencies.put(agency.agencyId(), agency));
    directory.settings().ifPresent(this::take);
  }

  private void take(NetworkSettings settings) {
    settings.areas().forEach(area -> areas.put(area.areaId(), area.name()));
    take(settings.sendBackReasons(), reasons);
    take(settings.declineReasons(), reasons);
    take(settings.introducers(), introducers);
  }

  private static void take(List<Reason> codes, Map<String, String> names) {
    codes.forEach(reason -> names.put(reason.code(), reason.label()));
  }

  /** The kind of an agency; other where it is not known. */
  public AgencyKind kind(AgencyId agency) {
    Agency known = agencies.get(agency);
    return known == null ? AgencyKind.OTHER : known.kind();
  }

  /** An agency's name. */
  public String of(AgencyId agency) {
    if (agency.equals(AgencyId.WITHHELD)) {
      return WITHHELD;
    }
    Agency known = agencies.get(agency);
    return known == null ? agency.value() : known.name();
  }

  /** What a reason is called. */
  public String reason(String code) {
    return named(reasons, code, List.of(FormerName.SEND_BACK_REASONS, FormerName.DECLINE_REASONS));
  }

  /** What a 紹介元 is called. */
  public String introducer(String code) {
    return named(introducers, code, List.of(FormerName.INTRODUCERS));
  }

  private String area(AreaId area) {
    String name = areas.get(area);
    return name == null ? former(area.value(), List.of(FormerName.AREAS)) : name;
  }

  private String named(Map<String, String> names, String code, List<String> lists) {
    String name = names.get(code);
    return name == null ? former(code, lists) : name;
  }

  /** What a code was called when it was last in network.yaml. */
  private String former(String code, List<String> lists) {
    return lists.stream()
        .flatMap(list -> directory.formerName(list, code).stream())
        .findFirst()
        .orElse(code);
  }

  /** What a dimension is called. */
  public String of(Dimension dimension) {
    return switch (dimension) {
      case All _ -> "全体";
      case OfAgency one -> of(one.agency());
      case OfPair pair -> of(pair.sender()) + " → " + of(pair.receiver());
      case OfArea one -> one.area().equals(AreaId.WITHHELD) ? WITHHELD : area(one.area());
      case OfField one -> one.field().label();
      case OfUrgency one -> one.urgency().label();
      case OfReason one -> reason(one.reason());
    };
  }
}
