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
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.runtime.aside.Passing;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
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
  private static final Map<String, String> DONE =
      Map.of("tried", "もう一度読むように頼みました。読めれば、この一覧から消えます。", "passed", "読まずに先へ進めました。待っていた記録を順に取り込みます。");

  private final AsideTopic aside;
  private final PartsOfOperation parts;
  private final Views views;

  OperationPages(AsideTopic aside, PartsOfOperation parts, Views views) {
    this.aside = aside;
    this.parts = parts;
    this.views = views;
  }

  /** A record with the address by which it is named. */
  record Line(AsideEntry entry, String place) {}

  @GetMapping(ADDRESS)
  ModelAndView operation(@RequestParam @Nullable String done) {
    List<Line> lines =
        aside.book().open().stream()
            .limit(MOST)
            .map(entry -> new Line(entry, entry.place().toString()))
            .toList();
    ModelAndView page = new ModelAndView("desk/operation");
    page.addObject("lines", lines);
    page.addObject("open", aside.book().openCount());
    page.addObject("reasons", Codes.choices(PassReason.class));
    page.addObject("parts", parts.parts());
    page.addObject(
        "keys",
        views.directory() instanceof Answer.Found<NetworkDirectory>(var directory)
            ? PartsOfOperation.keys(directory)
            : List.of());
    page.addObject("told", done == null ? null : DONE.get(done));
    return page;
  }

  @PostMapping(ADDRESS + "/try-again")
  Object tryAgain(@RequestParam String place) {
    return asked(place, aside::tryAgain, "tried");
  }

  @PostMapping(ADDRESS + "/pass")
  Object pass(@RequestParam String place, @RequestParam @Nullable String reason) {
    return new Passing(reason)
        .chosen()
        .map(why -> asked(place, known -> aside.pass(known, why), "passed"))
        .orElseGet(Passing.WITHOUT_REASON::response);
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
