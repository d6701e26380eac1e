package jp.tsunagu.gateway.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.gateway.view.Views;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideSight;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.aside.KnownAside;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How the gateway does (運用): its parts as its health tells them, the keys that agencies announced,
 * and what it could not read, with what a person can do about it. Places and numbers only, as at
 * the interface.
 */
@Controller
final class OperationPages {

  private static final String ADDRESS = "/desk/operation";
  private static final int MOST = 100;
  private static final String WITHOUT_REASON = "先へ進む理由を一つ選んでください。何も変わっていません。";
  private static final Map<String, String> DONE =
      Map.of("tried", "もう一度読むように頼みました。読めれば、この一覧から消えます。", "passed", "読まずに先へ進めました。待っていた記録を順に取り込みます。");

  private final AsideTopic aside;
  private final AsideSight sight;
  private final PartsOfOperation parts;
  private final Views views;

  OperationPages(AsideTopic aside, AsideSight sight, PartsOfOperation parts, Views views) {
    this.aside = aside;
    this.sight = sight;
    this.parts = parts;
    this.views = views;
  }

  /**
   * A record with the address by which it is named.
   *
   * @param wrong what is wrong with what was asked for it; empty where nothing is
   */
  record Line(AsideEntry entry, String place, String wrong) {}

  @GetMapping(ADDRESS)
  ModelAndView operation(Caller caller, @RequestParam @Nullable String done) {
    ModelAndView page = page(caller, "");
    page.addObject("told", done == null ? null : DONE.get(done));
    return page;
  }

  private ModelAndView page(Caller caller, String unreasoned) {
    KnownAside known = known(caller);
    ModelAndView page = new ModelAndView("desk/operation");
    page.addObject(
        "lines", known.open().stream().limit(MOST).map(entry -> line(entry, unreasoned)).toList());
    page.addObject("wrong", unreasoned.isEmpty() ? "" : WITHOUT_REASON);
    page.addObject("open", known.openCount());
    page.addObject("reasons", Codes.choices(PassReason.class));
    page.addObject("parts", parts.parts(known));
    page.addObject(
        "keys",
        views.directory() instanceof Answer.Found<NetworkDirectory>(var directory)
            ? PartsOfOperation.keys(directory)
            : List.of());
    return page;
  }

  private static Line line(AsideEntry entry, String unreasoned) {
    String place = entry.place().toString();
    return new Line(entry, place, place.equals(unreasoned) ? WITHOUT_REASON : "");
  }

  private KnownAside known(Caller caller) {
    return new KnownAside(aside, sight, caller);
  }

  @PostMapping(ADDRESS + "/try-again")
  Object tryAgain(Caller caller, @RequestParam String place) {
    return asked(place, known(caller)::tryAgain, "tried");
  }

  @PostMapping(ADDRESS + "/pass")
  Object pass(Caller caller, @RequestParam String place, @RequestParam @Nullable String reason) {
    return Codes.read(PassReason.class, reason == null ? "" : reason)
        .map(why -> asked(place, one -> known(caller).pass(one, why), "passed"))
        .orElseGet(() -> withoutReason(caller, place));
  }

  private Object withoutReason(Caller caller, String place) {
    ModelAndView page = page(caller, place);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static Object asked(
      String place, Function<Place, Optional<AsideEntry>> question, String done) {
    try {
      return Place.parse(place)
          .flatMap(question)
          .<Object>map(_ -> "redirect:" + ADDRESS + "?done=" + done)
          .orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
    } catch (IllegalStateException notNow) {
      return CommonProblem.NOT_READY.problem().response();
    }
  }
}
