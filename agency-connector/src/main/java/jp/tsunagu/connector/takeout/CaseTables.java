package jp.tsunagu.connector.takeout;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.paper.SheetPaper.Consented;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.CommandOutcome;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.view.FormVersionView;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.Heading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 一覧 of what stands in the cases: themselves, consents, what was ordered, and forms. */
@Component
final class CaseTables {

  private final Records records;
  private final FormVersions forms;
  private final Colleagues colleagues;
  private final CurrentDirectory directory;

  CaseTables(
      Records records, FormVersions forms, Colleagues colleagues, CurrentDirectory directory) {
    this.records = records;
    this.forms = forms;
    this.colleagues = colleagues;
    this.directory = directory;
  }

  /** All cases, the newest first. */
  void eachCase(AgencyId agency, Consumer<CaseView> use) {
    Lots.each(
        (@Nullable CaseId before) -> records.cases(agency, before, Lots.ROWS),
        CaseView::caseId,
        use);
  }

  void write(AgencyId agency, Archive archive) {
    cases(agency, archive);
    consents(agency, archive);
    commands(agency, archive);
    forms(agency, archive);
  }

  private void cases(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/案件.csv",
        List.of(
            "案件番号",
            "案件ID",
            "最後に動いた日時",
            Heading.FIELD.label(),
            Heading.AREA.label(),
            "連絡",
            "同意",
            "欠けている理由"),
        lines ->
            eachCase(
                agency,
                view -> {
                  Optional<Consultation> known = view.state().map(CaseState::consultation);
                  lines.accept(
                      List.of(
                          Cells.number(view.caseNumber()),
                          view.caseId().toString(),
                          Cells.at(view.changedAt()),
                          known.map(one -> labels(one)).orElse(""),
                          known.map(one -> area(one.reception().area())).orElse(""),
                          Cells.of(
                              view.state().map(state -> state.referrals().size()).orElse(null)),
                          Cells.of(view.state().map(state -> state.consents().size()).orElse(null)),
                          view.incomplete().orElse("")));
                }));
  }

  private static String labels(Consultation known) {
    return known.fields().stream().sorted().map(Field::label).collect(Collectors.joining("、"));
  }

  private String area(AreaId area) {
    return area.equals(AreaId.WITHHELD) ? "" : directory().nameOf(area);
  }

  private void consents(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/同意.csv",
        List.of("案件番号", "世帯員", "目的", "範囲", "渡す先", "渡さない先", "得た方法と日", "いつまで"),
        lines ->
            eachCase(
                agency,
                view ->
                    view.state().map(CaseState::consents).orElse(List.of()).stream()
                        .map(consent -> Consented.of(consent.terms(), directory()))
                        .forEach(
                            consent -> {
                              archive.count(Taken.CONSENTS, 1);
                              lines.accept(line(view, consent));
                            })));
  }

  private static List<String> line(CaseView view, Consented consent) {
    return List.of(
        Cells.number(view.caseNumber()),
        consent.person(),
        consent.purpose(),
        consent.scope(),
        consent.recipients(),
        consent.exclusions(),
        consent.given(),
        consent.until());
  }

  private void commands(AgencyId agency, Archive archive) {
    archive.table(
        "一覧/指示.csv",
        List.of("案件番号", "指示ID", "指示", "出した日時", "状態", Heading.OUTCOME.label()),
        lines ->
            eachCase(
                agency,
                view -> {
                  List<CommandOutcome> outcomes = records.outcomes(agency, view.caseId());
                  archive.count(Taken.COMMANDS, outcomes.size());
                  outcomes.stream().map(OutcomeView::of).map(CaseTables::line).forEach(lines);
                }));
  }

  private static List<String> line(OutcomeView outcome) {
    return List.of(
        Cells.number(Optional.ofNullable(outcome.sent().caseNumber())),
        outcome.sent().commandId().toString(),
        outcome.sent().kind().label(),
        Cells.at(outcome.submittedAt()),
        outcome.state().label(),
        Cells.of(outcome.effect().result()));
  }

  private void forms(AgencyId agency, Archive archive) {
    Team team = colleagues.team(agency);
    archive.table(
        "一覧/様式.csv",
        List.of("案件番号", "様式", "呼び名", "版", "書いた人", "残した日時"),
        lines ->
            eachCase(
                agency,
                view ->
                    forms.all(agency, view.caseId()).stream()
                        .map(outline -> FormVersionView.of(outline, team, directory()))
                        .forEach(
                            version ->
                                lines.accept(
                                    List.of(
                                        Cells.number(view.caseNumber()),
                                        version.formId(),
                                        version.title(),
                                        Integer.toString(version.number()),
                                        Cells.of(version.author()),
                                        Cells.at(version.keptAt()))))));
  }

  private NetworkDirectory directory() {
    return directory.snapshot();
  }
}
