import type { ComponentTask, TaskAnswer, TaskReport } from "./component-task.ts";
import { type Course, noteComponent, renewBound, reportCourse, settleComponent } from "./course.ts";
import { createPacker, type PackedTask } from "./pack-task.ts";
import type { SolveProgress } from "./plan.ts";

/** How often the total bound is summed up anew while components are being proven. */
const BOUND_REPORTS = 50;

/** A task and the component it is about. */
interface OwnTask {
  readonly component: number;
  readonly task: ComponentTask;
}

/**
 * Independent tasks of a solve. Whoever runs them may do so in any order and at any number at once:
 * reports only show, and answers are put in the place of their component.
 */
export class TaskBatch {
  private readonly course: Course;
  private readonly own: readonly OwnTask[];
  private readonly from: number;
  private readonly to: number;
  private readonly nodes: number;
  private readonly done: Float64Array;
  private packer: ReturnType<typeof createPacker> | null = null;
  private reached = 0;
  private unsummed = 0;

  /** @param progress of the whole at the beginning and at the end */
  constructor(course: Course, own: readonly OwnTask[], progress: readonly [number, number]) {
    this.course = course;
    this.own = own;
    [this.from, this.to] = progress;
    this.nodes = own.reduce((sum, { task }) => sum + task.input.piece.count, 0);
    this.done = new Float64Array(own.length);
  }

  get count(): number {
    return this.own.length;
  }

  task(at: number): ComponentTask {
    return this.own[at].task;
  }

  /** Nodes of a task's component: what it roughly takes. */
  size(at: number): number {
    return this.own[at].task.input.piece.count;
  }

  /** A task as data that can be sent elsewhere. O(its component). */
  pack(at: number): PackedTask {
    this.packer ??= createPacker(this.course.problem);
    return this.packer(this.own[at].task);
  }

  /** A task under way stands at this. */
  note(at: number, report: TaskReport): void {
    this.advance(at, report.done);
    this.sumUp(noteComponent(this.course, this.own[at].component, report));
  }

  /** A task has ended with this, or was stopped with it. */
  settle(at: number, answer: TaskAnswer): void {
    this.advance(at, 1);
    this.sumUp(settleComponent(this.course, this.own[at].component, answer));
  }

  progress(): SolveProgress {
    const part = this.nodes > 0 ? Math.min(1, this.reached / this.nodes) : 1;
    return reportCourse(this.course, this.from + (this.to - this.from) * part);
  }

  private advance(at: number, done: number): void {
    this.reached += (done - this.done[at]) * this.size(at);
    this.done[at] = done;
  }

  private sumUp(isMoreProven: boolean): void {
    if (!isMoreProven || ++this.unsummed * BOUND_REPORTS < this.count) return;
    this.unsummed = 0;
    renewBound(this.course);
  }
}
