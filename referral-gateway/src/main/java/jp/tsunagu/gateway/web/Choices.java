package jp.tsunagu.gateway.web;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;

/** The values a filter may have in this city. */
final class Choices {

  static final String OPEN = "OPEN";
  static final String CLOSED = "CLOSED";

  private static final List<Coded> OPEN_OR_CLOSED =
      List.of(new Coded(OPEN, "続いている"), new Coded(CLOSED, "終わった"));

  private Choices() {}

  static List<Coded> agencies(Names names) {
    return names.directory().agencies().stream()
        .map(agency -> new Coded(agency.agencyId().value(), agency.name()))
        .toList();
  }

  static List<Coded> areas(Names names) {
    return names.settings().areas().stream()
        .map(area -> new Coded(area.areaId().value(), area.name()))
        .toList();
  }

  static List<Coded> caseStates() {
    return OPEN_OR_CLOSED;
  }

  static List<Coded> referralStates() {
    return Stream.concat(OPEN_OR_CLOSED.stream(), Codes.choices(StageCode.class).stream()).toList();
  }
}
