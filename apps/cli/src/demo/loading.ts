import { Api, Refused, type Answer } from './api.js';
import { DemoData } from './data.js';
import { ProgressReport, type Progress } from './progress.js';

export type LoadOptions = {
  readonly url: string;
  readonly secret: string;
  readonly dataFolder: string;
  readonly full: boolean;
  readonly onProgress: (progress: Progress) => void;
};

/** What every step of the load works with. */
export class Load {
  readonly data: DemoData;
  readonly progress: ProgressReport;
  /** Requests in flight at once. */
  readonly width = 16;
  private readonly api: Api;
  /** The demonstration's clock as last set by this run. */
  private now = '';

  constructor(options: LoadOptions) {
    this.api = new Api(options.url, options.secret);
    this.data = new DemoData(options.dataFolder);
    this.progress = new ProgressReport((progress) => {
      options.onProgress(progress);
      this.api.write('platform.operator', 'PUT', '/api/v1/demonstration/progress', 'progress', progress).catch(() => undefined);
    });
  }

  post(account: string, path: string, key: string, body: unknown): Promise<Answer> {
    return this.api.write(account, 'POST', path, `demo:${key}`, body);
  }

  async get(account: string, path: string, after?: string): Promise<unknown> {
    return (await this.api.get(account, after ? `${path}${path.includes('?') ? '&' : '?'}after=${after}` : path)).body;
  }

  /** Moves the demonstration's clock forward; it never goes back, so a repeated run passes over the past. */
  async clock(now: string): Promise<void> {
    if (now <= this.now) return;
    this.now = now;
    try {
      await this.api.write('platform.operator', 'PUT', '/api/v1/demonstration/clock', `clock:${now}`, { now });
    } catch (error) {
      if (!(error instanceof Refused && error.code === 'clock-goes-forward-only')) throw error;
    }
  }
}
