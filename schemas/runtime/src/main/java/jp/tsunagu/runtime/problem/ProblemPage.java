package jp.tsunagu.runtime.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What fails before a request reaches a method gets the same form too. */
@Hidden
@RestController
final class ProblemPage implements ErrorController {

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<Object> problem(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? CommonProblem.of(HttpStatusCode.valueOf(status)).problem().response()
        : CommonProblem.NOT_FOUND.problem().response();
  }
}
