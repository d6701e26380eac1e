package jp.tsunagu.contract.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;

/** What the ledger knows of a dossier that travelled. */
public record DossierOutline(DossierId dossierId, AgencyId sender, List<PartOutline> parts) {
  public DossierOutline {
    parts = List.copyOf(parts);
  }

  /** What this recipient may know of it: its own parts, and nobody else who can open them. */
  public DossierOutline onlyFor(AgencyId recipient) {
    return new DossierOutline(
        dossierId,
        sender,
        parts.stream()
            .filter(part -> part.recipients().contains(recipient))
            .map(part -> part.heldBy(Set.of(recipient)))
            .toList());
  }

  /** The same dossier with the holders that another event told of. */
  public DossierOutline with(DossierOutline more) {
    Map<String, PartOutline> all = new LinkedHashMap<>();
    Stream.concat(parts.stream(), more.parts.stream())
        .forEach(part -> all.merge(part.name(), part, PartOutline::alsoHeldAs));
    return new DossierOutline(dossierId, sender, List.copyOf(all.values()));
  }

  /** Everybody who can open some part of it. */
  public Set<AgencyId> recipients() {
    return parts.stream()
        .flatMap(part -> part.recipients().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
