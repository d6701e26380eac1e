package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.sheet.Sight;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.contract.person.NameKey;
import jp.tsunagu.runtime.caller.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 探す: a case by its number, or referrals by the name or reading of somebody in what people here may
 * read. A name never stands in an address, so it is posted; whose name is shown was read, and that
 * is recorded.
 */
@Controller
class FindPage {

  /** So many referrals are looked through, the newest first. */
  static final int MOST = 50;

  private static final String ADDRESS = Window.ROOT + "/find";

  private final Window window;
  private final ShownDossiers shown;
  private final Sight sight;

  FindPage(Window window, ShownDossiers shown, Sight sight) {
    this.window = window;
    this.shown = shown;
    this.sight = sight;
  }

  /** A referral with those of its persons who are called so. */
  record Found(Window.Row row, List<String> names) {}

  @GetMapping(ADDRESS)
  String begin(Caller caller, Model model) {
    return page(Window.agency(caller), "", List.of(), model);
  }

  @PostMapping(ADDRESS)
  Object find(
      Caller caller,
      Model model,
      @RequestParam(defaultValue = "") String who,
      HttpServletRequest request) {
    AgencyId agency = Window.agency(caller);
    return CaseReference.isOne(who.strip())
        ? byNumber(agency, who.strip(), model)
        : byName(agency, who, Readers.onPage(request), model);
  }

  private Object byNumber(AgencyId agency, String number, Model model) {
    return switch (window.tools().records().lookUp(agency, number)) {
      case CaseLookup.Found(CaseView found) ->
          "redirect:/agencies/" + agency + "/window/cases/" + found.caseId();
      case CaseLookup.Several(List<CaseView> several) -> {
        model.addAttribute("cases", several.stream().map(CasePages::listed).toList());
        model.addAttribute("agency", agency.value());
        model.addAttribute("next", null);
        yield "window/cases";
      }
      case CaseLookup.Unknown _ -> Window.missing();
    };
  }

  private String byName(AgencyId agency, String who, Reader reader, Model model) {
    List<Found> found =
        NameKey.typed(who).stream().flatMap(key -> named(agency, key, reader)).toList();
    return page(agency, who, found, model);
  }

  private Stream<Found> named(AgencyId agency, NameKey key, Reader reader) {
    return window.tools().records().naming(agency, key, MOST).stream()
        .map(view -> new Found(window.row(agency, view), called(agency, view, key, reader)))
        .filter(one -> !one.names().isEmpty());
  }

  private List<String> called(AgencyId agency, ReferralView view, NameKey key, Reader reader) {
    return shown.called(agency, view, sight.of(agency, view), key, reader);
  }

  private String page(AgencyId agency, String who, List<Found> found, Model model) {
    model.addAttribute("agency", agency.value());
    model.addAttribute("who", who);
    model.addAttribute("found", found);
    model.addAttribute("most", MOST);
    return "window/find";
  }
}
