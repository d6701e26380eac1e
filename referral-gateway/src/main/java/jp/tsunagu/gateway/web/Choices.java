package jp.tsunagu.gateway.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;

/** The values a filter may have in this city. */
final class Choices {

  static final String OPEN = "OPEN";
  static final String CLOSED = "CLOSED";

  private Choices() {}

  static List<String> agencies(Names names) {
    return names.directory().agencies().stream().map(agency -> agency.agencyId().value()).toList();
  }

  static List<String> areas(Names names) {
    return names.settings().areas().stream().map(Area::areaId).map(Object::toString).toList();
  }

  static List<String> caseStates() {
    return List.of(OPEN, CLOSED);
  }

  static List<String> referralStates() {
    return Stream.concat(
            Stream.of(OPEN, CLOSED), Arrays.stream(StageCode.values()).map(StageCode::name))
        .toList();
  }
}
