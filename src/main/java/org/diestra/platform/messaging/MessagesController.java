package org.diestra.platform.messaging;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code /messages}: all threads of the signed-in person. */
@Controller
@RequestMapping("/messages")
class MessagesController {
  private static final int LONGEST = 200;
  private final InboxPages pages;
  private final TalkReader reader;

  MessagesController(InboxPages pages, TalkReader reader) {
    this.pages = pages;
    this.reader = reader;
  }

  @GetMapping
  String inbox(
      Viewer viewer,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable String below,
      Model model) {
    var typed = Typed.line(q);
    var words = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    model.addAttribute(
        "inbox",
        words.isEmpty() ? pages.inbox(viewer, unread, after) : pages.search(viewer, words, below));
    return "index";
  }

  /** The first threads alone, when something in them has changed. */
  @GetMapping("/rows")
  String rows(Viewer viewer, @RequestParam(defaultValue = "false") boolean unread, Model model) {
    model.addAttribute("inbox", pages.inbox(viewer, unread, null));
    return "_rows";
  }

  /** The number beside the entry in the navigation: empty for none, at most 99+. */
  @GetMapping(path = "/count", produces = MediaType.TEXT_HTML_VALUE)
  @ResponseBody
  String count(Viewer viewer) {
    int unread = reader.unread(viewer.id());
    return unread == 0 ? "" : unread > 99 ? "99+" : String.valueOf(unread);
  }
}
