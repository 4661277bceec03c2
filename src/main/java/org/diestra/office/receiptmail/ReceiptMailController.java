package org.diestra.office.receiptmail;

import org.diestra.office.books.Books;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/books/receipts/mail}: the address by which papers come. */
@Controller
@RequestMapping("/w/{workspace}/books/receipts/mail")
class ReceiptMailController {
  private final Books books;
  private final BooksFrame frame;
  private final Boxes boxes;

  ReceiptMailController(Books books, BooksFrame frame, Boxes boxes) {
    this.books = books;
    this.frame = frame;
    this.boxes = boxes;
  }

  /**
   * @param address null where the house takes no mail
   */
  record View(Around around, @Nullable String address) {}

  @GetMapping
  String show(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var desk = books.enter(viewer, workspace);
    model.addAttribute("view", new View(frame.of(desk), boxes.address(desk).orElse(null)));
    return "index";
  }

  @PostMapping
  String renew(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var desk = books.enter(viewer, workspace);
    boxes.renew(desk);
    Flash.ok(onward, "receiptmail.renewed");
    return "redirect:" + desk.href("receipts/mail");
  }
}
