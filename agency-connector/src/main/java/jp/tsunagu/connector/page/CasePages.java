package jp.tsunagu.connector.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 案件: the households this agency knows of, and each with its referrals and what was asked for. */
@Controller
class CasePages {

  private static final char CASES = 'k';

  private final Window window;
  private final AccessSection accesses;
  private final FormVersions forms;

  CasePages(Window window, AccessSection accesses, FormVersions forms) {
    this.window = window;
    this.accesses = accesses;
    this.forms = forms;
  }

  /** A case in a list. */
  record Listed(CaseId id, String number, Instant changedAt, int referrals, String fields) {}

  static Listed listed(CaseView view) {
    return new Listed(
        view.caseId(),
        Window.called(view.caseNumber().orElse(null)),
        view.changedAt(),
        view.state().map(state -> state.referrals().size()).orElse(0),
        view.state().map(CasePages::fields).orElse(""));
  }

  private static String fields(CaseState state) {
    return state.consultation() == null
        ? ""
        : String.join(
            "・", state.consultation().fields().stream().sorted().map(Field::label).toList());
  }

  @GetMapping(Window.ROOT + "/cases")
  Object cases(
      Caller caller, Model model, @RequestParam(required = false) @Nullable String cursor) {
    AgencyId agency = Window.agency(caller);
    MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
    Stream.ofNullable(cursor).forEach(text -> given.add("cursor", text));
    Query query = new Query(given);
    Cursor after = query.cursor(CASES, Identifiers::isUuid);
    Problem problem = query.problem().orElse(null);
    if (problem != null) {
      return problem.response();
    }
    CaseId before = after == null ? null : CaseId.of(after.id());
    Page<Listed> page =
        Page.of(
            window.tools().records().cases(agency, before, ListPages.LENGTH + 1).stream(),
            ListPages.LENGTH,
            view -> Cursor.after(CASES, view.caseId()),
            CasePages::listed);
    model.addAttribute("cases", page.items());
    model.addAttribute("next", page.nextCursor());
    model.addAttribute("agency", agency.value());
    return "window/cases";
  }

  @GetMapping(Window.ROOT + "/cases/{caseId}")
  Object one(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      @RequestParam(defaultValue = "") String done) {
    Optional<CasePage> known = CasePage.of(window, caller, caseId);
    if (known.isEmpty()) {
      return Window.missing();
    }
    AgencyId agency = known.get().agency();
    CaseView found = known.get().view();
    known.get().show(model);
    model.addAttribute("one", listed(found));
    model.addAttribute("told", done.isEmpty() ? null : "登録しました。結果は下の「送ったもの」にあります。");
    model.addAttribute("incomplete", found.incomplete().orElse(null));
    model.addAttribute("rows", window.rows(agency, referrals(agency, found)));
    model.addAttribute("settled", settled(agency, found));
    model.addAttribute("plan", plan(agency, found).orElse(null));
    model.addAttribute(
        "commands",
        window.tools().records().outcomes(agency, found.caseId()).stream()
            .map(OutcomeView::of)
            .toList()
            .reversed());
    accesses.show(caller, found.caseId(), model);
    return "window/case";
  }

  private List<ContentPart> settled(AgencyId agency, CaseView found) {
    return found
        .state()
        .map(state -> SettledPart.of(window, agency, found.caseId(), state))
        .orElse(List.of());
  }

  /** The number of the newest プランシート that was written here. */
  private Optional<Integer> plan(AgencyId agency, CaseView found) {
    return forms.of(agency, found.caseId()).stream()
        .filter(one -> one.formId().equals(KnownForm.PLAN.formId()))
        .map(FormVersions.Outline::number)
        .findFirst();
  }

  private List<ReferralView> referrals(AgencyId agency, CaseView found) {
    return found.state().stream()
        .flatMap(state -> state.referrals().stream())
        .flatMap(leg -> window.tools().records().findReferral(agency, leg.referralId()).stream())
        .toList();
  }
}
