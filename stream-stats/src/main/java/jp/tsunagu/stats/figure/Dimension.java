package jp.tsunagu.stats.figure;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * What a figure is broken down by. Kinds of agencies and receivers are sums over agencies and
 * pairs, made when read: what an agency is called or counted as may change without a recount.
 */
public sealed interface Dimension {

  /** As it stands in keys; no part holds a slash. */
  String code();

  /** The whole network. */
  record All() implements Dimension {
    @Override
    public String code() {
      return "all";
    }
  }

  /** One agency; {@code withheld} for those of protected cases. */
  record OfAgency(AgencyId agency) implements Dimension {
    @Override
    public String code() {
      return "agency/" + agency;
    }
  }

  /** From one agency to another. */
  record OfPair(AgencyId sender, AgencyId receiver) implements Dimension {
    @Override
    public String code() {
      return "pair/" + sender + "/" + receiver;
    }
  }

  /** 圏域; {@code withheld} for protected cases. */
  record OfArea(AreaId area) implements Dimension {
    @Override
    public String code() {
      return "area/" + area;
    }
  }

  /** 分野; a case with two counts in both. */
  record OfField(Field field) implements Dimension {
    @Override
    public String code() {
      return "field/" + field.name();
    }
  }

  /** 緊急度. */
  record OfUrgency(Urgency urgency) implements Dimension {
    @Override
    public String code() {
      return "urgency/" + urgency.name();
    }
  }

  /** A reason code of the city; never together with an agency. */
  record OfReason(String reason) implements Dimension {
    @Override
    public String code() {
      return "reason/" + reason;
    }
  }

  /**
   * The same of protected cases (保護案件) alone, apart from all others, so that who may not know of
   * them gets figures in which they never were.
   */
  record OfProtected(Dimension of) implements Dimension {
    private static final String PREFIX = "protected/";

    @Override
    public String code() {
      return PREFIX + of.code();
    }
  }

  /** Reads a code. */
  static Dimension of(String code) {
    List<String> parts = List.of(code.split("/", -1));
    String rest = parts.size() > 1 ? parts.get(1) : "";
    return switch (parts.getFirst()) {
      case "protected" -> new OfProtected(of(code.substring(OfProtected.PREFIX.length())));
      case "all" -> new All();
      case "agency" -> new OfAgency(new AgencyId(rest));
      case "pair" -> new OfPair(new AgencyId(rest), new AgencyId(parts.get(2)));
      case "area" -> new OfArea(new AreaId(rest));
      case "field" -> new OfField(Field.valueOf(rest));
      case "urgency" -> new OfUrgency(Urgency.valueOf(rest));
      case "reason" -> new OfReason(rest);
      default -> throw new IllegalArgumentException("no dimension is called so");
    };
  }
}
