package jp.tsunagu.stats.report;

import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Dimension.OfArea;
import jp.tsunagu.stats.figure.Dimension.OfField;
import jp.tsunagu.stats.figure.Dimension.OfPair;
import jp.tsunagu.stats.figure.Dimension.OfProtected;
import jp.tsunagu.stats.figure.Dimension.OfReason;
import jp.tsunagu.stats.figure.Dimension.OfUrgency;

/**
 * What ids and codes are called in this city; what has no name is called by its code.
 *
 * @param directory with the names
 */
public record Labels(NetworkDirectory directory) {

  /** The kind of an agency; other where it is not known. */
  public AgencyKind kind(AgencyId agency) {
    return directory.everAgency(agency).map(Agency::kind).orElse(AgencyKind.OTHER);
  }

  /** An agency's name. */
  public String of(AgencyId agency) {
    return directory.nameOf(agency);
  }

  /** What a reason is called. */
  public String reason(String code) {
    return directory.labelOf(code, CodeList.DECLINE_REASONS, CodeList.SEND_BACK_REASONS);
  }

  /** What a 紹介元 is called. */
  public String introducer(String code) {
    return directory.labelOf(code, CodeList.INTRODUCERS);
  }

  /** What a resource that is missing (不足した社会資源) is called. */
  public String resource(String code) {
    return directory.labelOf(code, CodeList.MISSING_RESOURCES);
  }

  /** What a dimension is called. */
  public String of(Dimension dimension) {
    return switch (dimension) {
      case All _ -> "全体";
      case OfAgency one -> of(one.agency());
      case OfPair pair -> of(pair.sender()) + " → " + of(pair.receiver());
      case OfArea one -> directory.nameOf(one.area());
      case OfField one -> one.field().label();
      case OfUrgency one -> one.urgency().label();
      case OfReason one -> reason(one.reason());
      case OfProtected one -> "保護案件 " + of(one.of());
    };
  }
}
