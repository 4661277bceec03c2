package org.diestra.office.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.diestra.office.files.HandInDoor.Reached;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /u/{secret}}: where somebody without an account hands files in. What is in the folder is
 * never told, not even by a name that is taken.
 */
@Controller
@Guests
@RequestMapping("/u/{secret}")
class HandInController {
  private static final int LONGEST_NAME = 100;
  private final HandInDoor door;
  private final HandIn handIn;
  private final SharedKey key;
  private final Blobs blobs;
  private final Throttle throttle;

  HandInController(HandInDoor door, HandIn handIn, SharedKey key, Blobs blobs, Throttle throttle) {
    this.door = door;
    this.handIn = handIn;
    this.key = key;
    this.blobs = blobs;
    this.throttle = throttle;
  }

  private static String gone(HttpServletResponse response) {
    response.setStatus(HttpStatus.NOT_FOUND.value());
    return "sharedGone";
  }

  static String giver(@Nullable String typed) {
    var line = Typed.line(typed);
    return line.substring(0, Math.min(LONGEST_NAME, line.length()));
  }

  /** Whether one more file may be begun: each address only so fast. */
  static boolean allows(Throttle throttle, Reached reached, HttpServletRequest request) {
    var box = reached.box().id().toString();
    return throttle.allows(box + " " + request.getRemoteAddr(), Allowance.HANDED)
        && throttle.allows(box, Allowance.HANDED_ALL);
  }

  @GetMapping
  String show(
      @PathVariable String secret,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SharedKey.keepSecret(response);
    var reached = door.reach(Token.of(secret)).orElse(null);
    return reached == null || !reached.open()
        ? gone(response)
        : page(secret, reached, request, model);
  }

  private String page(String secret, Reached reached, HttpServletRequest request, Model model) {
    model.addAttribute("href", "/u/" + secret);
    if (!key.opens(reached.lock(), request)) {
      return "sharedLock";
    }
    model.addAttribute("box", reached.box());
    model.addAttribute("from", reached.pass().workspace().name());
    return "handIn";
  }

  @PostMapping("/password")
  String unlock(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SharedKey.keepSecret(response);
    var reached = door.reach(Token.of(secret)).orElse(null);
    if (reached == null) {
      return gone(response);
    }
    model.addAttribute("href", "/u/" + secret);
    return key.turn(reached.lock(), password, request, response)
        .fold(
            open -> "redirect:/u/" + secret,
            why -> Pages.again(response, model, why, "sharedLock"));
  }

  /** Without scripts: each by itself, in one breath. */
  @PostMapping("/files")
  String take(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String giver,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> brought,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes onward)
      throws IOException {
    SharedKey.keepSecret(response);
    var reached = door.reach(Token.of(secret)).orElse(null);
    if (reached == null || !reached.open() || !key.opens(reached.lock(), request)) {
      return gone(response);
    }
    var there = Objects.requireNonNullElse(brought, List.<MultipartFile>of());
    var refused = new LinkedHashMap<String, Refusal>();
    int kept = 0;
    for (var file : there) {
      var name = FilesController.named(file);
      if (!name.isEmpty()) {
        switch (take(reached, giver(giver), file, name, request)) {
          case Outcome.Done<Entry> done -> kept++;
          case Outcome.Refused<Entry>(var why) -> refused.put(name, why);
        }
      }
    }
    if (kept == 0 && refused.isEmpty()) {
      refused.put("", Refusal.invalid("file", "files.upload.none"));
    }
    if (!refused.isEmpty()) {
      model.addAttribute("refused", refused);
      model.addAttribute("kept", kept);
      model.addAttribute("giver", giver(giver));
      response.setStatus(refused.values().iterator().next().kind().status());
      return page(secret, reached, request, model);
    }
    Flash.ok(onward, "files.box.thanks", kept);
    return "redirect:/u/" + secret;
  }

  private Outcome<Entry> take(
      Reached reached, String giver, MultipartFile file, String name, HttpServletRequest request)
      throws IOException {
    if (!allows(throttle, reached, request)) {
      return Outcome.refused(Refusal.limit("files.box.often"));
    }
    try (var in = file.getInputStream()) {
      return switch (blobs.receiveAny(in, name, file.getSize())) {
        case Outcome.Refused<Received>(var why) -> Outcome.refused(why);
        case Outcome.Done<Received>(var received) -> {
          try (received) {
            yield received.runs()
                ? Outcome.refused(Refusal.invalid("file", "blobs.program"))
                : handIn.keep(reached.bringer(giver), reached.box(), name, received);
          }
        }
      };
    }
  }
}
