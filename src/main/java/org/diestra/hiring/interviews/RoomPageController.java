package org.diestra.hiring.interviews;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.platform.rooms.Rooms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /interviews/{id}/room}: where the two meet. */
@Controller
class RoomPageController {
  private final Interviews interviews;
  private final InterviewPages pages;
  private final InterviewRooms owner;
  private final Rooms rooms;

  RoomPageController(
      Interviews interviews, InterviewPages pages, InterviewRooms owner, Rooms rooms) {
    this.interviews = interviews;
    this.pages = pages;
    this.owner = owner;
    this.rooms = rooms;
  }

  /**
   * @throws NotFound where no time was ever agreed
   */
  @GetMapping("/interviews/{id}/room")
  String room(
      Viewer viewer, @PathVariable InterviewId id, Model model, HttpServletResponse response) {
    var interview = interviews.get(viewer, id);
    var room = rooms.of(InterviewRooms.KIND, id.value()).orElseThrow(NotFound::new);
    var guest = owner.guest(id.value(), viewer).orElseThrow(NotFound::new);
    SecurityHeaders.forRoom(response);
    model.addAttribute("page", pages.view(viewer, interview));
    model.addAttribute("room", rooms.view(room, viewer, guest));
    return "room";
  }
}
