package jp.tsunagu.runtime.form;

import java.util.function.Function;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What is posted, read as a form. */
public final class FormBody {

  private FormBody() {}

  /**
   * What is answered: what is done with a form that can be used, else all that is wrong with it.
   *
   * @param body UTF-8; none is a form with nothing filled in
   */
  public static ResponseEntity<Object> answered(
      byte @Nullable [] body,
      Form form,
      FormReader reader,
      Function<Filled, ResponseEntity<Object>> use) {
    return switch (JsonForm.ofBody(body)) {
      case JsonForm.Malformed broken ->
          CommonProblem.malformed(broken.line(), broken.column(), broken.problem()).response();
      case JsonForm.Readable(var root) ->
          switch (reader.read(form, root)) {
            case FormReading.Usable(Filled filled) -> use.apply(filled);
            case FormReading.Unusable(var problems) -> CommonProblem.ofFields(problems).response();
          };
    };
  }
}
