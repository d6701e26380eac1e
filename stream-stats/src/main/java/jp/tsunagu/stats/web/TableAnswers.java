package jp.tsunagu.stats.web;

import java.util.function.Function;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Audience;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.view.FigureView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers tables that are made of the facts, to desk and managers alone. */
@Component
final class TableAnswers {

  private final FigureView view;
  private final ReportDesk desk;

  TableAnswers(FigureView view, ReportDesk desk) {
    this.view = view;
    this.desk = desk;
  }

  ResponseEntity<Object> report(
      Caller caller, Form form, Function<Iterable<CaseFacts>, Report> made) {
    return report(caller, Rights.audience(caller), form, made);
  }

  ResponseEntity<Object> report(
      Caller caller, Audience audience, Form form, Function<Iterable<CaseFacts>, Report> made) {
    if (!Rights.seesAll(caller)) {
      return ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
    }
    return desk.respond(view.ofFacts(audience, made), form);
  }

  /** Of a table that grows with the cases. */
  ResponseEntity<Object> paged(
      Caller caller,
      Audience audience,
      Form form,
      char list,
      Query query,
      Function<Iterable<CaseFacts>, Report> made) {
    if (!Rights.seesAll(caller)) {
      return ProblemCode.ONLY_DESK_AND_MANAGERS.problem().response();
    }
    PageRequest page = query.page(list);
    return query.answered(() -> desk.respond(view.ofFacts(audience, made), form, list, page));
  }

  /** This year where none is said. */
  FiscalYear fiscal(@Nullable FiscalYear year) {
    return year == null ? FiscalYear.of(desk.clock().instant()) : year;
  }
}
