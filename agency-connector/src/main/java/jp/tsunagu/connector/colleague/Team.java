package jp.tsunagu.connector.colleague;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The people of an agency on one day, and who of them looks after whose work. It is worked out and
 * never moved: so what somebody had in hand is with who goes on with it from the first moment of
 * that day, and with her again when she is back.
 *
 * @param all also those who have left
 * @param today in Asia/Tokyo
 */
public record Team(List<Colleague> all, LocalDate today) {

  /** Nobody was ever here. */
  static final Team NOBODY = new Team(List.of(), LocalDate.EPOCH);

  /** Keeps an unmodifiable copy. */
  public Team {
    all = List.copyOf(all);
  }

  /** The one with this id. */
  public Optional<Colleague> find(UUID id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The one with this account. */
  public Optional<Colleague> withAccount(String account) {
    return all.stream().filter(one -> one.account().equals(account)).findFirst();
  }

  /** Those who work here. */
  public List<Colleague> here() {
    return all.stream().filter(one -> !one.hasLeft(today)).toList();
  }

  /**
   * Who looks after somebody's work today: she herself; while she is away or once she has left, who
   * covers her; where there is nobody such, all who lead. Empty where nobody is left who could.
   */
  public Set<UUID> whoLooksAfter(UUID id) {
    Set<UUID> passed = new HashSet<>();
    Optional<Colleague> one = find(id);
    while (one.isPresent() && passed.add(one.get().id())) {
      if (isAtWork(one.get())) {
        return Set.of(one.get().id());
      }
      one = one.get().cover().flatMap(this::find);
    }
    Set<UUID> leads = leads(this::isAtWork);
    return leads.isEmpty() ? leads(lead -> !lead.hasLeft(today)) : leads;
  }

  private boolean isAtWork(Colleague one) {
    return !one.hasLeft(today) && !one.isAway(today);
  }

  private Set<UUID> leads(Predicate<Colleague> which) {
    return all.stream()
        .filter(Colleague::leads)
        .filter(which)
        .map(Colleague::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whose work is hers to look after today, her own among it. */
  public Set<UUID> lookedAfterBy(UUID me) {
    return all.stream()
        .map(Colleague::id)
        .filter(id -> id.equals(me) || whoLooksAfter(id).contains(me))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Who has left and whose work nobody looks after: it counts as nobody's. */
  public Set<UUID> orphaning() {
    return all.stream()
        .filter(one -> one.hasLeft(today) && whoLooksAfter(one.id()).isEmpty())
        .map(Colleague::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether she works here no more today. */
  public boolean hasLeft(Colleague one) {
    return one.hasLeft(today);
  }

  /** Whether she is away today. */
  public boolean isAway(Colleague one) {
    return one.isAway(today);
  }

  /** Who looks after somebody's work today, in words. */
  public String afterIn(UUID id) {
    String names =
        whoLooksAfter(id).stream()
            .flatMap(each -> find(each).stream())
            .map(this::labelled)
            .sorted()
            .collect(Collectors.joining("、"));
    return names.isEmpty() ? "だれもいません" : names;
  }

  /** Somebody as she stands in lists. */
  public String labelled(Colleague one) {
    if (one.hasLeft(today)) {
      return one.called() + "(離任)";
    }
    return one.isAway(today) ? one.called() + "(不在)" : one.called();
  }
}
