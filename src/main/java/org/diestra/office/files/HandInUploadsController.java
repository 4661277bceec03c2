package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.diestra.office.files.HandInDoor.Reached;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.page.Guests;
import org.diestra.platform.signin.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /u/{secret}/uploads}: files for a letterbox that come piece by piece, by {@link Tus}. */
@Controller
@Guests
@RequestMapping("/u/{secret}/uploads")
class HandInUploadsController {
  private final HandInDoor door;
  private final SharedKey key;
  private final Throttle throttle;
  private final TusAnswers answers;

  HandInUploadsController(HandInDoor door, SharedKey key, Throttle throttle, TusAnswers answers) {
    this.door = door;
    this.key = key;
    this.throttle = throttle;
    this.answers = answers;
  }

  private Reached reach(String secret, HttpServletRequest request, HttpServletResponse response) {
    SharedKey.keepSecret(response);
    return door.reach(Token.of(secret))
        .filter(reached -> key.opens(reached.lock(), request))
        .orElseThrow(NotFound::new);
  }

  @PostMapping
  void create(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var reached = reach(secret, request, response);
    var size = Tus.bytes(request, Tus.LENGTH);
    if (!Tus.speaks(request, response)) {
      response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
    } else if (size.isEmpty()) {
      answers.refuse(Refusal.invalid("file", "files.upload.unsaid"), response);
    } else if (!HandInController.allows(throttle, reached, request)) {
      answers.refuse(Refusal.limit("files.box.often"), response);
    } else {
      var told = Tus.Told.of(request);
      var wanted =
          new UploadStart.Wanted(
              reached.box().entry(), List.of(), told.name(), size.getAsLong(), told.mark());
      var by = reached.bringer(HandInController.giver(told.words().get("giver")));
      answers.create(by, wanted, request, response);
    }
  }

  @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
  void tell(
      @PathVariable String secret,
      @PathVariable String upload,
      HttpServletRequest request,
      HttpServletResponse response) {
    var reached = reach(secret, request, response);
    Tus.speaks(request, response);
    answers.tell(reached.bringer(""), Ids.require(upload), response);
  }

  @PatchMapping("/{upload}")
  void append(
      @PathVariable String secret,
      @PathVariable String upload,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var reached = reach(secret, request, response);
    Tus.speaks(request, response);
    answers.append(reached.bringer(""), Ids.require(upload), request, response);
  }

  @DeleteMapping("/{upload}")
  void drop(
      @PathVariable String secret,
      @PathVariable String upload,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var reached = reach(secret, request, response);
    Tus.speaks(request, response);
    answers.drop(reached.bringer(""), Ids.require(upload), response);
  }
}
