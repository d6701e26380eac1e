package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import jp.tsunagu.connector.form.CaseForm;
import jp.tsunagu.connector.form.FormList;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
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

/** Opens an address for every form of a case, as it is declared. */
@Component
final class CaseFormPosts {

  CaseFormPosts(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      Posts posts,
      FormWork work,
      Records records)
      throws NoSuchMethodException {
    Method post = CaseFormPost.class.getDeclaredMethod("post", HttpServletRequest.class);
    for (CaseForm form : FormList.ALL) {
      RequestMappingInfo address =
          RequestMappingInfo.paths(CommandPosts.ROOT + "/cases/{caseId}/forms/" + form.id())
              .methods(RequestMethod.POST)
              .options(mapping.getBuilderConfiguration())
              .build();
      mapping.registerMapping(address, new CaseFormPost(form, posts, work, records), post);
    }
  }

  /** Answers the POSTs of one form. */
  static final class CaseFormPost {

    private final CaseForm form;
    private final Posts posts;
    private final FormWork work;
    private final Records records;

    CaseFormPost(CaseForm form, Posts posts, FormWork work, Records records) {
      this.form = form;
      this.posts = posts;
      this.work = work;
      this.records = records;
    }

    CaseForm form() {
      return form;
    }

    /** Described by {@link CommandDescriptions}. */
    @Gives(value = Submitted.class, status = 202, description = "登録しました")
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
      AgencyId agency = ActingAgency.of(request);
      return switch (records.lookUp(agency, caseId(request))) {
        case CaseLookup.Unknown _ -> Answers.notFound();
        case CaseLookup.Several several ->
            Answers.problem(ProblemKind.ofSameNumber(several.choices()));
        case CaseLookup.Found(CaseView view) ->
            posts.post(
                request,
                work.post(
                    CurrentCaller.of(request),
                    new FormWork.About(agency, view, form),
                    null,
                    () -> {}));
      };
    }

    private static String caseId(HttpServletRequest request) {
      Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
      return variables instanceof Map<?, ?> map ? String.valueOf(map.get("caseId")) : "";
    }
  }
}
