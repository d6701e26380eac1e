package jp.tsunagu.compose.checker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is planted into what was found, to see whether the checker notices. */
public enum Defect {
  /** A record that arrived is taken away. */
  DROPPED("失われる") {
    @Override
    List<Shown> spoil(List<Shown> shown, int at, Scene scene) {
      return replaced(shown, at, List.of());
    }
  },
  /** A record arrives once more. */
  DOUBLED("二重になる") {
    @Override
    List<Shown> spoil(List<Shown> shown, int at, Scene scene) {
      return replaced(shown, at, List.of(shown.get(at), shown.get(at)));
    }
  },
  /** Two records of a case have each other's place. */
  SWAPPED("順番が入れ替わる") {
    @Override
    List<Shown> spoil(List<Shown> shown, int at, Scene scene) {
      var one = shown.get(at);
      return IntStream.range(0, shown.size())
          .filter(each -> isAnotherOf(one, shown.get(each)) && scene.isKnown(shown.get(each)))
          .mapToObj(
              other ->
                  replaced(
                      replaced(shown, at, List.of(placed(one, shown.get(other).sequence()))),
                      other,
                      List.of(placed(shown.get(other), one.sequence()))))
          .findFirst()
          .orElse(shown);
    }

    private static boolean isAnotherOf(Shown one, Shown other) {
      return one.caseId().equals(other.caseId()) && one.sequence() != other.sequence();
    }
  },
  /** A record is shown to an agency that has nothing to do with its case. */
  SHOWN_TO_A_STRANGER("他の機関に見える") {
    @Override
    List<Shown> spoil(List<Shown> shown, int at, Scene scene) {
      var one = shown.get(at);
      return scene.agencies().stream()
          .filter(agency -> shown.stream().noneMatch(each -> sees(agency, one, each)))
          .map(agency -> replaced(shown, at, List.of(one, seenBy(agency, one))))
          .findFirst()
          .orElse(shown);
    }

    private static boolean sees(String agency, Shown one, Shown each) {
      return each.agency().equals(agency) && each.caseId().equals(one.caseId());
    }

    private static Shown seenBy(String agency, Shown one) {
      return new Shown(
          agency, one.caseId(), one.referralId(), one.receiver(), one.position(), one.sequence());
    }
  },
  /** An item is taken off an agenda. */
  ITEM_DROPPED("議題が落ちる") {
    @Override
    Found spoil(Found found, Scene scene, RandomGenerator chance) {
      return withOneAgenda(found, chance, (items, at) -> replaced(items, at, List.of()));
    }
  },
  /** An item stands on an agenda once more. */
  ITEM_DOUBLED("議題が二重になる") {
    @Override
    Found spoil(Found found, Scene scene, RandomGenerator chance) {
      return withOneAgenda(
          found, chance, (items, at) -> replaced(items, at, List.of(items.get(at), items.get(at))));
    }
  };

  private final String label;

  Defect(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** Gives the same where this defect cannot be at that place. */
  List<Shown> spoil(List<Shown> shown, int at, Scene scene) {
    return shown;
  }

  /** Gives the same where this defect cannot be anywhere. */
  Found spoil(Found found, Scene scene, RandomGenerator chance) {
    var shown = found.shown();
    return shuffled(shown.size(), chance)
        .filter(at -> scene.isKnown(shown.get(at)))
        .map(at -> spoil(shown, at, scene))
        .filter(Predicate.not(shown::equals))
        .findFirst()
        .map(found::withShown)
        .orElse(found);
  }

  /**
   * Where a defect is planted.
   *
   * @param known referrals whose clients know that they were taken
   * @param agencies all receivers there are
   */
  record Scene(Set<String> known, List<String> agencies) {
    boolean isKnown(Shown shown) {
      return shown.isArrival() && known.contains(shown.referralId());
    }
  }

  /**
   * The same with this defect in it, somewhere where it can be.
   *
   * @param agencies all receivers there are
   * @throws IllegalArgumentException where nothing was found that could be spoilt so
   */
  public Found planted(
      Found found, Journal journal, List<String> agencies, RandomGenerator chance) {
    var known =
        journal.first(Answer.Ok.class).stream()
            .map(attempt -> ((Answer.Ok) attempt.first()).referralId())
            .collect(Collectors.toSet());
    var scene = new Scene(known, agencies);
    var spoilt = spoil(found, scene, chance);
    if (spoilt.equals(found)) {
      throw new IllegalArgumentException("nothing was found that could be " + this);
    }
    return spoilt;
  }

  private static Stream<Integer> shuffled(int size, RandomGenerator chance) {
    var places = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(places, chance);
    return places.stream();
  }

  /** What is done to the item at this place. */
  private interface OfItems {
    List<Found.Line> spoil(List<Found.Line> items, int at);
  }

  private static Found withOneAgenda(Found found, RandomGenerator chance, OfItems how) {
    var agendas = found.meetings().agendas();
    return shuffled(agendas.size(), chance)
        .filter(at -> !agendas.get(at).items().isEmpty())
        .findFirst()
        .map(
            at -> {
              var items = agendas.get(at).items();
              var others = how.spoil(items, chance.nextInt(items.size()));
              return found.withAgendas(
                  replaced(agendas, at, List.of(agendas.get(at).with(others))));
            })
        .orElse(found);
  }

  private static <T> List<T> replaced(List<T> all, int at, List<T> by) {
    var others = new ArrayList<>(all.subList(0, at));
    others.addAll(by);
    others.addAll(all.subList(at + 1, all.size()));
    return others;
  }

  private static Shown placed(Shown shown, long sequence) {
    return new Shown(
        shown.agency(),
        shown.caseId(),
        shown.referralId(),
        shown.receiver(),
        shown.position(),
        sequence);
  }
}
