package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.runtime.caller.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What was written about a case beside its referrals and forms: 情報収集 and its answers, contacts,
 * what was said of steps and their exceptions.
 */
@Controller
class ContentsPage {

  private final Window window;
  private final ShownDossiers shown;

  ContentsPage(Window window, ShownDossiers shown) {
    this.window = window;
    this.shown = shown;
  }

  /** One of them. */
  record Written(String sender, Instant since, List<ContentPart> parts) {

    /** Keeps an unmodifiable copy. */
    Written {
      parts = List.copyOf(parts);
    }
  }

  @GetMapping(Window.ROOT + "/cases/{caseId}/contents")
  Object show(Caller caller, @PathVariable String caseId, Model model, HttpServletRequest request) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    found.get().show(model);
    model.addAttribute(
        "written",
        shown
            .beside(found.get().agency(), found.get().view(), Readers.onPage(request))
            .reversed()
            .stream()
            .map(this::written)
            .toList());
    return "window/contents";
  }

  private Written written(DossierView dossier) {
    return new Written(
        window.nameOf(dossier.sender()), dossier.heldSince(), ContentPart.of(dossier));
  }
}
