package jp.tsunagu.connector.sheet;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.dossier.InternalNotes;
import jp.tsunagu.connector.dossier.OfLeg;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.PaperStage;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.person.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dossiers that an agency sent or received, as it is shown them. Whatever gives their content
 * to somebody – interface, page, folder – asks here and not {@link Records}: nothing is handed out
 * before it is recorded who gets it.
 */
@Component
public final class ShownDossiers {

  /** What stands before the number of a person where the access log names notes about her. */
  public static final String NOTE = "internal";

  private final Records records;
  private final Sight sight;
  private final InternalNotes notes;
  private final AccessLog log;

  ShownDossiers(Records records, Sight sight, InternalNotes notes, AccessLog log) {
    this.records = records;
    this.sight = sight;
    this.notes = notes;
    this.log = log;
  }

  /** One of them. */
  public Optional<DossierView> find(AgencyId agency, DossierId dossierId, Reader reader) {
    List<DossierView> found =
        records.dossier(agency, dossierId).stream()
            .filter(dossier -> !unread(agency, dossier.caseId()).contains(dossierId))
            .map(dossier -> HiddenContact.shown(dossier, protection(agency, dossier), agency))
            .toList();
    return recorded(agency, found, null, reader).stream().findFirst();
  }

  /** All of a case but papers of a meeting that this agency has not opened (資料の閲覧). */
  private List<DossierView> held(AgencyId agency, CaseId caseId) {
    Set<DossierId> unread = unread(agency, caseId);
    return records.dossiers(agency, caseId).stream()
        .filter(dossier -> !unread.contains(dossier.dossierId()))
        .toList();
  }

  private Set<DossierId> unread(AgencyId agency, CaseId caseId) {
    return records.findCase(agency, caseId).flatMap(CaseView::state).stream()
        .flatMap(state -> state.papers().stream())
        .filter(paper -> paper.copy().agency().equals(agency))
        .filter(paper -> paper.stage() != PaperStage.OPENED)
        .map(HandedPaper::dossierId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private @Nullable Protection protection(AgencyId agency, DossierView dossier) {
    return records
        .findCase(agency, dossier.caseId())
        .flatMap(CaseView::state)
        .map(CaseState::protection)
        .orElse(null);
  }

  /** All of a case, oldest first. */
  public List<DossierView> of(AgencyId agency, CaseView view, Reader reader) {
    Protection protection = view.state().map(CaseState::protection).orElse(null);
    List<DossierView> shown =
        held(agency, view.caseId()).stream()
            .map(dossier -> HiddenContact.shown(dossier, protection, agency))
            .toList();
    return recorded(agency, shown, null, reader);
  }

  /**
   * All of a case that goes with the agency's records when it takes them out, oldest first: what
   * people may read, but no paper of a meeting that is to be given back (回収資料).
   */
  public List<DossierView> takenOut(AgencyId agency, CaseView view, Reader reader) {
    Protection protection = view.state().map(CaseState::protection).orElse(null);
    Set<DossierId> papers = handedOut(agency, view).collect(Collectors.toSet());
    List<DossierView> shown =
        held(agency, view.caseId()).stream()
            .filter(dossier -> !papers.contains(dossier.dossierId()))
            .filter(dossier -> sight.isReadByPeople(agency, dossier))
            .map(dossier -> HiddenContact.shown(dossier, protection, agency))
            .toList();
    return recorded(agency, shown, null, reader);
  }

  /** Papers of meetings that this agency was given, whatever became of them. */
  private static Stream<DossierId> handedOut(AgencyId agency, CaseView view) {
    return view.state().stream()
        .flatMap(state -> state.papers().stream())
        .filter(paper -> paper.copy().agency().equals(agency))
        .map(HandedPaper::dossierId)
        .filter(Objects::nonNull);
  }

  /**
   * A form of a case that another agency sealed for this one, without its content.
   *
   * @param sender who filled it in
   */
  public record CameForm(DossierId dossier, AgencyId sender, FormRef form, Instant heldSince) {}

  /** Those of a case, the latest first; to be read one by one. */
  public List<CameForm> forms(AgencyId agency, CaseId caseId) {
    return held(agency, caseId).stream()
        .filter(dossier -> !dossier.sender().equals(agency))
        .flatMap(
            dossier ->
                formOf(dossier)
                    .map(
                        form ->
                            new CameForm(
                                dossier.dossierId(), dossier.sender(), form, dossier.heldSince()))
                    .stream())
        .sorted(Comparator.comparing(CameForm::heldSince).reversed())
        .toList();
  }

  /** The parts of a form of a case are called as it is, whether it is known here or not. */
  private static Optional<FormRef> formOf(DossierView dossier) {
    return dossier.parts().stream()
        .flatMap(
            part ->
                part.form().stream()
                    .filter(
                        form ->
                            part.name().equals(form.formId())
                                || part.name().startsWith(form.formId() + "-")))
        .findFirst();
  }

  /**
   * Those that came with no leg and are no form – questions and answers, records of contacts –,
   * oldest first.
   */
  public List<DossierView> beside(AgencyId agency, CaseView view, Reader reader) {
    Protection protection = view.state().map(CaseState::protection).orElse(null);
    List<DossierView> shown =
        held(agency, view.caseId()).stream()
            .filter(dossier -> dossier.referralId().isEmpty() && formOf(dossier).isEmpty())
            .map(dossier -> HiddenContact.shown(dossier, protection, agency))
            .toList();
    return recorded(agency, shown, null, reader);
  }

  /** Those that travelled with a leg, oldest first. */
  public List<DossierView> of(AgencyId agency, ReferralView view, Reader reader) {
    return of(agency, view, Sight.Reach.ALL, reader);
  }

  /** The same as far as people may read them. */
  public List<DossierView> of(
      AgencyId agency, ReferralView view, Sight.Reach reach, Reader reader) {
    return recorded(agency, shown(agency, view, reach), view.referral().referralId(), reader);
  }

  /**
   * Who is called so in what people may read of a leg, as it is written there: 見本 花子(みほん はなこ).
   * Where somebody is, it was read.
   */
  public List<String> called(
      AgencyId agency, ReferralView view, Sight.Reach reach, NameKey key, Reader reader) {
    List<DossierView> naming =
        shown(agency, view, reach).stream().filter(one -> !called(one, key).isEmpty()).toList();
    return recorded(agency, naming, view.referral().referralId(), reader).stream()
        .flatMap(dossier -> called(dossier, key).stream())
        .distinct()
        .toList();
  }

  private static List<String> called(DossierView dossier, NameKey key) {
    return dossier.parts().stream()
        .map(
            part ->
                part.content() instanceof PartView.Content.Open(var json)
                    ? PartNames.of(json.value()).toList()
                    : List.<String>of())
        .filter(names -> names.stream().anyMatch(key::finds))
        .map(
            names ->
                names.size() == 1
                    ? names.getFirst()
                    : names.getFirst() + "(" + names.getLast() + ")")
        .toList();
  }

  /** A name, and where it was found. */
  private record Named(DossierView dossier, PartView part, String name) {

    @Override
    public String toString() {
      return "Named[" + part.name() + "]";
    }
  }

  /**
   * What the persons of a case are called in what people may read of it, as it was written last.
   * Whose name is told was read, and nothing else.
   */
  public Map<PersonRef, String> names(AgencyId agency, CaseId caseId, Reader reader) {
    Map<PersonRef, Named> named = new HashMap<>();
    held(agency, caseId).stream()
        .filter(dossier -> sight.isReadByPeople(agency, dossier))
        .flatMap(dossier -> dossier.parts().stream().flatMap(part -> named(dossier, part)))
        .forEach(found -> named.put(found.part().person().orElseThrow(), found));
    log.record(
        agency,
        reader,
        named.values().stream()
            .collect(
                Collectors.groupingBy(Named::dossier, Collectors.mapping(Named::part, toList())))
            .entrySet()
            .stream()
            .map(read -> Entries.of(read.getKey(), read.getValue(), null))
            .toList());
    return named.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, found -> found.getValue().name()));
  }

  private static Stream<Named> named(DossierView dossier, PartView part) {
    return part.person().isPresent() && part.content() instanceof PartView.Content.Open(var json)
        ? PartNames.of(json.value()).limit(1).map(name -> new Named(dossier, part, name))
        : Stream.empty();
  }

  private List<DossierView> shown(AgencyId agency, ReferralView view, Sight.Reach reach) {
    if (reach == Sight.Reach.NOTHING) {
      return List.of();
    }
    return held(agency, view.caseId()).stream()
        .flatMap(dossier -> cameWith(view, dossier).stream())
        .filter(dossier -> reach.covers(agency, dossier))
        .map(dossier -> HiddenContact.shown(dossier, view.protection(), agency))
        .toList();
  }

  /** What of it travelled with this leg; empty if it did not. */
  public static Optional<DossierView> cameWith(ReferralView view, DossierView dossier) {
    OfLeg leg = new OfLeg(view.state(), view.referral());
    return Optional.of(dossier)
        .filter(came -> leg.carried(came.dossierId(), came.referralId()))
        .map(
            came ->
                came.with(part -> leg.includes(came.dossierId(), part.kind(), part.recipients())));
  }

  /** What people of the agency wrote for themselves about a leg, oldest first. */
  public List<InternalNotes.Note> notes(AgencyId agency, ReferralView view, Reader reader) {
    ReferralId own = view.referral().referralId();
    List<InternalNotes.Note> found = notes.of(agency, own);
    List<AccessEntry.Part> parts =
        found.stream()
            .filter(note -> note.state() == PartState.OPEN)
            .map(note -> NOTE + "-" + note.person().number())
            .distinct()
            .map(name -> new AccessEntry.Part(name, ""))
            .toList();
    log.record(agency, reader, List.of(new AccessLog.Shown(view.caseId(), own, null, parts)));
    return found;
  }

  /** What of a leg and those before it can go on to another agency, for a page without its text. */
  public Passage passageUnread(Passage.Way way, ReferralId leg) {
    return Passage.of(way, records.dossiersHeld(way.own(), way.state().caseId()), leg);
  }

  /** The same with all of it that can be read here. */
  public Passage passage(Passage.Way way, ReferralId leg, Reader reader) {
    AgencyId agency = way.own();
    Passage passage = passageUnread(way, leg);
    Set<DossierId> from =
        passage.pieces().stream().map(Passage.Piece::dossier).collect(Collectors.toSet());
    List<DossierView> read =
        held(agency, way.state().caseId()).stream()
            .filter(dossier -> from.contains(dossier.dossierId()))
            .toList();
    List<DossierView> _ = recorded(agency, read, leg, reader);
    return passage;
  }

  /** An entry for each dossier stands before any of them leaves. */
  private List<DossierView> recorded(
      AgencyId agency, List<DossierView> shown, @Nullable ReferralId leg, Reader reader) {
    log.record(agency, reader, shown.stream().map(dossier -> Entries.of(dossier, leg)).toList());
    return shown;
  }
}
