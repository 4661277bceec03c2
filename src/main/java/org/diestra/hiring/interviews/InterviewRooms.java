package org.diestra.hiring.interviews;

import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.rooms.RoomOwner;
import org.springframework.stereotype.Component;

/** Who belongs into an interview's room: the assistant, and the client's hiring team as hosts. */
@Component
class InterviewRooms implements RoomOwner {
  static final String KIND = "interview";
  private final InterviewStore store;
  private final Course course;

  InterviewRooms(InterviewStore store, Course course) {
    this.store = store;
    this.course = course;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Guest> guest(UUID subject, Viewer viewer) {
    return store
        .find(new InterviewId(subject))
        .flatMap(interview -> interview.side(viewer))
        .map(side -> new Guest(viewer.name(), side == Side.CLIENT));
  }

  @Override
  public void entered(UUID subject, PersonId person) {
    course.entered(new InterviewId(subject));
  }
}
