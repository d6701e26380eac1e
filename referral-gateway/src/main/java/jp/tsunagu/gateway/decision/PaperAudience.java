package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.PaperCopy;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.PaperEvent.PaperOpened;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersCalledBack;
import jp.tsunagu.contract.lifecycle.PaperEvent.PapersHandedOut;

/**
 * Who learns of papers for a meeting: those who run it all of it, each who has a sealed copy what
 * is about that copy. That others have copies is told to nobody else.
 */
final class PaperAudience {

  private PaperAudience() {}

  static Set<AgencyId> of(CaseState after, PaperEvent event, Roll roll) {
    Set<AgencyId> all = new LinkedHashSet<>(running(after, event, roll));
    copies(after, event)
        .filter(copy -> !copy.onPaper())
        .map(PaperCopy::agency)
        .sorted()
        .forEach(all::add);
    return all;
  }

  private static Set<AgencyId> running(CaseState after, PaperEvent event, Roll roll) {
    return papers(after, event)
        .map(HandedPaper::item)
        .distinct()
        .flatMap(item -> ConferenceAudience.organisers(after, item, roll).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<PaperCopy> copies(CaseState after, PaperEvent event) {
    return papers(after, event).map(HandedPaper::copy);
  }

  private static Stream<HandedPaper> papers(CaseState after, PaperEvent event) {
    Set<Integer> numbers =
        switch (event) {
          case PapersHandedOut handedOut ->
              handedOut.copies().stream().map(PaperCopy::number).collect(Collectors.toSet());
          case PaperOpened opened -> Set.of(opened.number());
          case PapersCalledBack back -> back.numbers();
        };
    return after.papers().stream().filter(paper -> numbers.contains(paper.copy().number()));
  }

  /** The event as this agency gets it. */
  static PaperEvent told(CaseState after, PaperEvent event, AgencyId agency) {
    if (runs(after, event, agency)) {
      return event;
    }
    return switch (event) {
      case PapersHandedOut handedOut ->
          new PapersHandedOut(
              handedOut.header(),
              handedOut.item(),
              handedOut.form(),
              handedOut.sheetVersion(),
              own(handedOut.copies().stream(), agency),
              ToldTo.own(after, event, handedOut.dossier(), agency));
      case PaperOpened opened -> opened;
      case PapersCalledBack back ->
          new PapersCalledBack(
              back.header(),
              own(copies(after, event), agency).stream()
                  .map(PaperCopy::number)
                  .collect(Collectors.toSet()));
    };
  }

  private static List<PaperCopy> own(Stream<PaperCopy> copies, AgencyId agency) {
    return copies.filter(copy -> copy.agency().equals(agency)).toList();
  }

  /** Whether it asked for the meeting, organises it or coordinates; or has no copy, as the desk. */
  private static boolean runs(CaseState after, PaperEvent event, AgencyId agency) {
    return copies(after, event).noneMatch(copy -> copy.agency().equals(agency))
        || Parties.coordinator(after).filter(agency::equals).isPresent()
        || papers(after, event)
            .flatMap(paper -> after.meeting(paper.item()).stream())
            .anyMatch(item -> item.requestedBy().equals(agency) || Parties.organises(item, agency));
  }
}
