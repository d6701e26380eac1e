package jp.tsunagu.connector.takeout;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.file.FileDesk;
import jp.tsunagu.connector.form.FormCsv;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.paper.FormPapers;
import jp.tsunagu.connector.paper.SheetPapers;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.DossierCsv;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.sheet.ShownFiles;
import jp.tsunagu.connector.sheet.Sight;
import jp.tsunagu.connector.view.FormContentView;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.runtime.form.FormFacts;
import org.springframework.stereotype.Component;

/**
 * A folder for each case: all an agency has of it as JSON, its fields as CSV, sheets and forms as
 * they are printed, and the files. What its people may not read is not in it.
 */
@Component
final class CaseFolder {

  private final CaseRecords records;
  private final Shown shown;
  private final Papers papers;

  CaseFolder(CaseRecords records, Shown shown, Papers papers) {
    this.records = records;
    this.shown = shown;
    this.papers = papers;
  }

  /** Where content is given and recorded as given. */
  @Component
  record Shown(
      ShownDossiers dossiers, ShownForms forms, ShownFiles files, FileDesk desk, Sight sight) {}

  /** What makes papers. */
  @Component
  record Papers(SheetPapers sheets, FormPapers forms, FormVersions versions) {}

  /**
   * What is not in it.
   *
   * @param unopenedReferrals legs nobody here has opened: what came with them is not in it
   * @param closedParts parts that may not be read any more
   * @param filesNotGiven files that were not whole, or that the city's program refused
   */
  record Left(long unopenedReferrals, long closedParts, long filesNotGiven) {

    static final Left NOTHING = new Left(0, 0, 0);

    Left and(Left more) {
      return new Left(
          unopenedReferrals + more.unopenedReferrals,
          closedParts + more.closedParts,
          filesNotGiven + more.filesNotGiven);
    }
  }

  /** A version of a form that is in it. */
  record Version(CaseForm form, ShownForms.Shown shown) {}

  Left write(Taking taking, CaseView view, Archive archive) {
    String folder =
        "案件/"
            + view.caseNumber().map(CaseNumber::value).map(number -> number + " ").orElse("")
            + view.caseId()
            + "/";
    List<DossierView> dossiers = shown.dossiers().takenOut(taking.agency(), view, taking.reader());
    List<Version> versions = versions(taking, view);
    List<ReferralView> legs = records.legs(taking.agency(), view);
    archive.count(Taken.CASES, 1);
    archive.count(Taken.DOSSIERS, dossiers.size());
    archive.count(Taken.FORMS, versions.size());
    archive.json(
        folder + "案件.json",
        records.of(
            taking,
            view,
            dossiers,
            legs,
            versions.stream().map(version -> content(taking, version)).toList(),
            archive));
    if (!dossiers.isEmpty()) {
      archive.text(folder + "書類.csv", DossierCsv.of(dossiers, view.caseNumber()));
    }
    legs.forEach(leg -> sheet(taking, leg, dossiers, folder, archive));
    versions.forEach(version -> form(taking, view, version, folder, archive));
    return new Left(
        legs.stream().filter(ReferralView::isUnopened).count(),
        dossiers.stream().flatMap(one -> one.parts().stream()).filter(CaseFolder::isClosed).count(),
        dossiers.stream().mapToLong(one -> files(taking, one, folder, archive)).sum());
  }

  private FormContentView content(Taking taking, Version version) {
    Team team = records.team(taking.agency());
    return FormContentView.of(version.shown(), team, directory());
  }

  private static boolean isClosed(PartView part) {
    return !(part.content() instanceof PartView.Content.Open);
  }

  private List<Version> versions(Taking taking, CaseView view) {
    return papers.versions().all(taking.agency(), view.caseId()).stream()
        .flatMap(outline -> version(taking, view, outline).stream())
        .toList();
  }

  private Optional<Version> version(Taking taking, CaseView view, FormVersions.Outline outline) {
    return CityForms.read(outline.formId(), directory())
        .flatMap(
            form ->
                shown
                    .forms()
                    .find(taking.agency(), view.caseId(), form, outline.number(), taking.reader())
                    .map(found -> new Version(form, found)));
  }

  private void sheet(
      Taking taking, ReferralView leg, List<DossierView> dossiers, String folder, Archive archive) {
    Sight.Reach reach = shown.sight().of(taking.agency(), leg);
    List<DossierView> came =
        dossiers.stream()
            .flatMap(dossier -> ShownDossiers.cameWith(leg, dossier).stream())
            .filter(dossier -> reach.covers(taking.agency(), dossier))
            .toList();
    archive.bytes(
        folder + "つなぐシート " + leg.referral().referralId() + ".pdf",
        papers.sheets().of(taking.agency(), leg, came, taking.person()).pdf());
    archive.count(Taken.PAPERS, 1);
  }

  private void form(Taking taking, CaseView view, Version version, String folder, Archive archive) {
    CaseForm form = version.form();
    String name = folder + form.title() + " 第" + version.shown().outline().number() + "版";
    archive.bytes(
        name + ".pdf",
        papers.forms().of(taking.agency(), view, form, version.shown(), taking.person()).pdf());
    archive.count(Taken.PAPERS, 1);
    archive.bytes(
        name + ".csv",
        FormCsv.of(
            form, FormFacts.of(form.form(), version.shown().content().value(), directory())));
  }

  /** Writes what hangs on a dossier; returns how many files could not be given. */
  private long files(Taking taking, DossierView dossier, String folder, Archive archive) {
    return dossier.parts().stream()
        .filter(part -> part.kind() == PartKind.FILE && !isClosed(part))
        .filter(part -> !isWritten(taking, dossier, part, folder, archive))
        .count();
  }

  private boolean isWritten(
      Taking taking, DossierView dossier, PartView part, String folder, Archive archive) {
    ShownFiles.Shown found =
        shown.files().find(taking.agency(), dossier.dossierId(), part.name(), taking.reader());
    if (!(found instanceof ShownFiles.Shown.Open(HeldFile file))
        || !(shown.desk().give(taking.agency(), file.file(), file.note())
            instanceof FileDesk.HandedOut.Given given)) {
      return false;
    }
    archive.bytes(
        folder + "添付/" + dossier.dossierId() + " " + part.name() + " " + given.name(),
        given.content());
    archive.count(Taken.FILES, 1);
    return true;
  }

  private NetworkDirectory directory() {
    return records.directory();
  }
}
