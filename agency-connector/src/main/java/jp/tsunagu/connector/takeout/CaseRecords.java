package jp.tsunagu.connector.takeout;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.register.Occurrences;
import jp.tsunagu.connector.register.Placements;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.view.CaseDetail;
import jp.tsunagu.connector.view.DossierJson;
import jp.tsunagu.connector.view.FormContentView;
import jp.tsunagu.connector.view.MeetingView;
import jp.tsunagu.connector.view.NoteView;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.view.ProtectionNote;
import jp.tsunagu.connector.view.ReferralSummary;
import jp.tsunagu.connector.view.TakenCase;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the file of a case says, as the interface tells each of its pieces. */
@Component
final class CaseRecords {

  /** A case has no more notices of meetings. */
  private static final int MOST_MEETINGS = 1_000;

  private final Records records;
  private final MeetingRecords meetings;
  private final ShownDossiers shown;
  private final OfTheAgency own;
  private final CurrentDirectory directory;

  CaseRecords(
      Records records,
      MeetingRecords meetings,
      ShownDossiers shown,
      OfTheAgency own,
      CurrentDirectory directory) {
    this.records = records;
    this.meetings = meetings;
    this.shown = shown;
    this.own = own;
    this.directory = directory;
  }

  /** What the network knows nothing of. */
  @Component
  record OfTheAgency(
      Colleagues colleagues, Assignments assignments, Placements places, Occurrences issues) {}

  NetworkDirectory directory() {
    return directory.snapshot();
  }

  Team team(AgencyId agency) {
    return own.colleagues().team(agency);
  }

  /** The legs of a case that this agency was told of. */
  List<ReferralView> legs(AgencyId agency, CaseView view) {
    return view.state().map(CaseState::referrals).stream()
        .flatMap(legs -> legs.stream())
        .flatMap(leg -> records.findReferral(agency, leg.referralId()).stream())
        .toList();
  }

  TakenCase of(
      Taking taking,
      CaseView view,
      List<DossierView> dossiers,
      List<ReferralView> legs,
      List<FormContentView> forms,
      Archive archive) {
    AgencyId agency = taking.agency();
    CaseId caseId = view.caseId();
    return new TakenCase(
        detail(agency, view, dossiers),
        legs.stream().map(leg -> leg(taking, leg, archive)).toList(),
        forms,
        meetings
            .notices(agency, new MeetingRecords.Wanted(Instant.EPOCH, caseId, null, MOST_MEETINGS))
            .stream()
            .map(notice -> MeetingView.of(notice, agency, directory()))
            .toList(),
        own.places().of(agency, caseId),
        own.issues().of(agency, caseId));
  }

  private CaseDetail detail(AgencyId agency, CaseView view, List<DossierView> dossiers) {
    Protection protection = view.state().map(CaseState::protection).orElse(null);
    return new CaseDetail(
        view,
        ProtectionNote.of(protection, agency),
        records.outcomes(agency, view.caseId()).stream().map(OutcomeView::of).toList(),
        dossiers.stream().map(DossierJson::of).toList());
  }

  private TakenCase.Leg leg(Taking taking, ReferralView view, Archive archive) {
    AgencyId agency = taking.agency();
    ReferralId leg = view.referral().referralId();
    Team team = team(agency);
    List<NoteView> notes =
        shown.notes(agency, view, taking.reader()).stream()
            .map(note -> NoteView.of(note, team))
            .toList();
    archive.count(Taken.NOTES, notes.size());
    return new TakenCase.Leg(
        ReferralSummary.of(view, agency, directory()),
        records.settled(agency, leg).orElse(null),
        records.openings(agency, view.caseId(), leg),
        assignee(agency, leg, team),
        notes);
  }

  private @Nullable String assignee(AgencyId agency, ReferralId leg, Team team) {
    return Stream.ofNullable(own.assignments().of(agency, List.of(leg)).get(leg))
        .flatMap(owner -> team.find(owner).stream())
        .map(Colleague::called)
        .findFirst()
        .orElse(null);
  }
}
