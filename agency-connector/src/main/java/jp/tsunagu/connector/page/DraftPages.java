package jp.tsunagu.connector.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.page.SheetDrafts.Writing;
import jp.tsunagu.connector.view.RefusedView;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** 下書き: a sheet that is written on, kept by itself while a script runs, and thrown away. */
@Controller
class DraftPages {

  private static final String ADDRESS = Window.ROOT + "/drafts/{key}";
  private static final MediaType WORDS = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final SheetView view;
  private final SheetDrafts drafts;
  private final Window window;

  DraftPages(SheetView view, SheetDrafts drafts, Window window) {
    this.view = view;
    this.drafts = drafts;
    this.window = window;
  }

  @GetMapping(ADDRESS)
  Object open(Caller caller, @PathVariable String key, Model model) {
    Owner owner = drafts.owner(caller, key);
    Optional<Draft> found = drafts.find(owner, key);
    if (found.isEmpty()) {
      return Window.missing();
    }
    Draft draft = found.get();
    if (draft.about().isPresent()) {
      Draft.About about = draft.about().get();
      return "redirect:/agencies/%s/window/cases/%s/forms/%s/write?draft=%s"
          .formatted(owner.agency(), about.caseId(), about.formId(), key);
    }
    model.addAttribute("kept", drafts.told(new Saved.Kept(draft.savedAt())));
    model.addAttribute("removable", key);
    model.addAttribute("refusal", draft.refused().flatMap(id -> why(owner, id)).orElse(null));
    return view.page(SheetDrafts.opened(owner, draft), List.of(), "", model);
  }

  /** Why what a draft had become had no effect. */
  Optional<Problem> why(Owner owner, CommandId command) {
    return window
        .tools()
        .records()
        .outcome(owner.agency(), command)
        .flatMap(outcome -> RefusedView.problem(outcome, window::nameOf));
  }

  /** What the script of the page sends while somebody writes; answered in words for the page. */
  @Hidden
  @PostMapping(ADDRESS)
  ResponseEntity<String> save(
      Caller caller,
      @PathVariable String key,
      HttpServletRequest request,
      HttpServletResponse response) {
    Writing writing = drafts.posted(caller, PagePost.of(request, response));
    if (!writing.key().equals(key)) {
      return told(HttpStatus.NOT_FOUND, "");
    }
    if (writing.isEmpty()) {
      return told(HttpStatus.OK, "");
    }
    return told(Optional.of(drafts.save(writing)), drafts);
  }

  /** What a page is told of saving; nothing where what it is about does not exist. */
  static ResponseEntity<String> told(Optional<Saved> saved, SheetDrafts drafts) {
    HttpStatus status =
        saved.isEmpty()
            ? HttpStatus.NOT_FOUND
            : saved.get() instanceof Saved.Kept ? HttpStatus.OK : HttpStatus.CONFLICT;
    return told(status, saved.map(drafts::told).orElse(""));
  }

  private static ResponseEntity<String> told(HttpStatus status, String words) {
    return ResponseEntity.status(status)
        .contentType(WORDS)
        .cacheControl(CacheControl.noStore())
        .body(words);
  }

  @PostMapping(ADDRESS + "/remove")
  Object remove(Caller caller, @PathVariable String key) {
    Owner owner = drafts.owner(caller, key);
    return drafts.remove(owner, key)
        ? "redirect:/agencies/" + owner.agency() + "/"
        : Window.missing();
  }
}
