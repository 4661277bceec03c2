package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.base.NotFound;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Which answer a thrown reason is; the page for it is made by {@link FaultsController}. */
@ControllerAdvice
class Missing {
  @ExceptionHandler(NotFound.class)
  void nowhere(HttpServletResponse response) throws IOException {
    response.sendError(404);
  }

  /** An id that is none is a page that is not there; a bad query is a bad request. */
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  void unreadable(MethodArgumentTypeMismatchException why, HttpServletResponse response)
      throws IOException {
    response.sendError(why.getParameter().hasParameterAnnotation(PathVariable.class) ? 404 : 400);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  void tooLarge(HttpServletResponse response) throws IOException {
    response.sendError(413);
  }
}
