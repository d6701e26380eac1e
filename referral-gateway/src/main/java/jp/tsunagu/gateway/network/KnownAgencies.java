package jp.tsunagu.gateway.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;

/** The agencies of the file, for the other places that name them. */
record KnownAgencies(List<Agency> agencies) {

  /** The agency with this id; an unknown one is a fault of this place. */
  Optional<Agency> named(YamlValue place, String fix) {
    return place
        .text()
        .flatMap(
            text ->
                agencies.stream()
                    .filter(agency -> agency.agencyId().value().equals(text))
                    .findFirst()
                    .or(
                        () ->
                            place.fault(
                                "'" + text + "' という機関は agencies にありません。", nearest(text) + fix)));
  }

  /** The agencies of a list; repeated ones count once. */
  Set<AgencyId> all(YamlValue list) {
    Set<AgencyId> named = new HashSet<>();
    list.items()
        .forEach(
            item ->
                named(item, "agencies に書いたIDにしてください。").map(Agency::agencyId).ifPresent(named::add));
    return Set.copyOf(named);
  }

  private String nearest(String typed) {
    return NearestName.hint(typed, agencies.stream().map(a -> a.agencyId().value()).toList());
  }
}
