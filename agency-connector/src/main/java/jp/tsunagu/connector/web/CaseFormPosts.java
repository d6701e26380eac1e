package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens an address for every form of a case, and one for those that a city has of its own. */
@Component
final class CaseFormPosts {

  CaseFormPosts(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      Posts posts,
      FormWork work,
      Records records)
      throws NoSuchMethodException {
    Method post = CaseFormPost.class.getDeclaredMethod("post", HttpServletRequest.class);
    for (String id : Stream.concat(ids(), Stream.of("{formId}")).toList()) {
      RequestMappingInfo address =
          RequestMappingInfo.paths(CommandPosts.ROOT + "/cases/{caseId}/forms/" + id)
              .methods(RequestMethod.POST)
              .options(mapping.getBuilderConfiguration())
              .build();
      mapping.registerMapping(address, new CaseFormPost(id, posts, work, records), post);
    }
  }

  /** Those of the forms that every city has. */
  static Stream<String> ids() {
    return CityForms.all(NetworkDirectory.EMPTY).stream().map(CaseForm::id);
  }

  /** Answers the POSTs of one form. */
  static final class CaseFormPost {

    private final String id;
    private final Posts posts;
    private final FormWork work;
    private final Records records;

    CaseFormPost(String id, Posts posts, FormWork work, Records records) {
      this.id = id;
      this.posts = posts;
      this.work = work;
      this.records = records;
    }

    /** Of the form it takes; of the city's own, the name of the variable in its address. */
    String id() {
      return id;
    }

    /** Described by {@link CommandDescriptions}. */
    @Gives(value = Submitted.class, status = 202, description = "登録しました")
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
      AgencyId agency = ActingAgency.of(request);
      Optional<CaseForm> form = work.find(variable(request, "formId").orElse(id));
      if (form.isEmpty()) {
        return Answers.notFound();
      }
      return switch (records.lookUp(agency, variable(request, "caseId").orElse(""))) {
        case CaseLookup.Unknown _ -> Answers.notFound();
        case CaseLookup.Several several ->
            Answers.problem(ProblemKind.ofSameNumber(several.choices()));
        case CaseLookup.Found(CaseView view) ->
            posts.post(
                request,
                work.post(
                    CurrentCaller.of(request),
                    new FormWork.About(agency, view, form.get()),
                    null,
                    () -> {}));
      };
    }

    private static Optional<String> variable(HttpServletRequest request, String name) {
      return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
              instanceof Map<?, ?> map
          ? Optional.ofNullable(map.get(name)).map(String::valueOf)
          : Optional.empty();
    }
  }
}
