package org.diestra.hiring.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Bidders for tests: as many as a test says, who remember what they were told. */
@Component
class Crowd implements Bidders {
  private final Map<JobId, Integer> bids = new ConcurrentHashMap<>();
  private final Map<JobId, List<String>> told = new ConcurrentHashMap<>();

  void bid(JobId job, int number) {
    bids.put(job, number);
  }

  List<String> told(JobId job) {
    return told.getOrDefault(job, List.of());
  }

  @Override
  public int live(JobId job) {
    return bids.getOrDefault(job, 0);
  }

  @Override
  public int any(JobId job) {
    return live(job);
  }

  @Override
  public void edited(JobId job, int edition) {
    hear(job, "edited " + edition);
  }

  @Override
  public void raised(JobId job) {
    hear(job, "raised");
  }

  @Override
  public void closed(JobId job, Ending ending) {
    hear(job, "closed " + ending);
  }

  @Override
  public Map<JobId, Band> bands(Collection<JobId> jobs) {
    var found = new HashMap<JobId, Band>();
    jobs.stream().filter(bids::containsKey).forEach(job -> found.put(job, Band.of(live(job))));
    return found;
  }

  private void hear(JobId job, String what) {
    told.computeIfAbsent(job, j -> new ArrayList<>()).add(what);
  }
}
